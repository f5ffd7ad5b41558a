package io.stagegate.functions.changeset;

import static io.stagegate.functions.changeset.Scene.API;
import static io.stagegate.functions.changeset.Scene.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.functions.changeset.ReviewDesk.Rechecked;
import io.stagegate.functions.changeset.ReviewDesk.Written;
import io.stagegate.model.Release;
import io.stagegate.model.Release.ReviewRef;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.review.ReviewCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReviewDeskTest {
  private final Scene scene = new Scene();
  private final List<ServiceChangeSet> changeSets = scene.changeSets();
  private final ReviewDesk desk = scene.desk(scene.packages);

  @BeforeEach
  void productionHasItsStack() {
    scene.stacks.stack(API, "UPDATE_COMPLETE", scene.clock.instant());
    scene.stacks.template(API, "Resources:\n  Topic: {Type: AWS::SNS::Topic}\n");
  }

  @Test
  void whereEveryChangeSetIsEmptyThereIsNothingToDo() {
    var empty =
        changeSets.stream()
            .map(set -> new ServiceChangeSet(set.service(), set.stackId(), set.id(), true))
            .toList();

    assertThat(write(empty)).isEqualTo(new Written(true, ""));

    assertThat(scene.release().changeSets()).isEqualTo(empty);
    assertThat(scene.release().review()).isNull();
    assertThat(scene.reviews.all()).isEmpty();
  }

  @Test
  void theReviewIsStoredAndItsDigestIsTheReleases() {
    var written = write(changeSets);

    assertThat(written.nothingToDo()).isFalse();
    assertThat(written.digest()).matches("sha256:[0-9a-f]{64}");
    var ref = review();
    assertThat(ref.digest()).isEqualTo(written.digest());
    assertThat(scene.release().changeSets()).isEqualTo(changeSets);
    var stored = ReviewCodec.decode(scene.reviews.get(ref.key()).orElseThrow());
    assertThat(stored.digest()).isEqualTo(written.digest());
    assertThat(stored.headline()).isEqualTo(ref.headline()).contains("production");
    assertThat(stored.changes())
        .extracting(change -> change.stack() + " " + change.action() + " " + change.logicalId())
        .containsExactly(API + " Add Orders");
  }

  @Test
  void writingAgainGivesTheSameReview() {
    var first = write(changeSets);
    var ref = review();
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(write(changeSets)).isEqualTo(first);
    assertThat(review()).isEqualTo(ref);
    assertThat(scene.reviews.written()).isEqualTo(1);
  }

  @Test
  void aChangeSetThatIsGoneBeforeTheReviewIsAnError() {
    scene.stacks.lose(changeSets.getFirst().id());

    assertThatThrownBy(() -> write(changeSets))
        .isInstanceOf(ReviewMaker.ChangeSetGoneException.class)
        .hasMessageStartingWith("The change set of api can no longer be applied");
  }

  @Test
  void whereNothingHasChangedTheReleaseIsDeployed() {
    var digest = write(changeSets).digest();
    scene.clock.pass(Duration.ofHours(1));

    assertThat(recheck(digest)).isEqualTo(new Rechecked(true, null));

    assertThat(scene.release().phase()).isEqualTo(Release.Phase.DEPLOYING);
    assertThat(scene.release().review()).isNotNull();
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.deploying");
  }

  @Test
  void checkingAgainNotesNothing() {
    var digest = write(changeSets).digest();
    recheck(digest);
    var release = scene.release();
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(recheck(digest).same()).isTrue();

    assertThat(scene.release()).isEqualTo(release);
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.deploying");
  }

  @Test
  void aStackThatWasChangedInBetweenIsNotWhatWasReviewed() {
    var digest = write(changeSets).digest();
    scene.stacks.stack(API, "UPDATE_COMPLETE", scene.clock.instant().plusSeconds(60));

    assertNotSame(
        recheck(digest),
        "Something has changed production since the review was written. Ask again to see what"
            + " would happen now.");
  }

  @Test
  void aStackOfAnEmptyChangeSetCountsToo() {
    var digest = write(changeSets).digest();
    scene.stacks.stack(Scene.JOBS, "CREATE_COMPLETE", scene.clock.instant());

    assertNotSame(recheck(digest), "Something has changed production");
  }

  @Test
  void anotherDigestIsNotWhatWasReviewed() {
    write(changeSets);

    assertNotSame(recheck("sha256:" + "00".repeat(32)), "Something has changed production");
  }

  @Test
  void aChangeSetThatIsGoneCannotBeApplied() {
    var digest = write(changeSets).digest();
    scene.stacks.lose(changeSets.getFirst().id());

    assertNotSame(recheck(digest), "The change set of api can no longer be applied");
  }

  @Test
  void aChangeSetThatAnotherMadeObsoleteCannotBeApplied() {
    var digest = write(changeSets).digest();
    scene.stacks.became(changeSets.getFirst().id(), "CREATE_COMPLETE", "OBSOLETE", "");

    assertNotSame(recheck(digest), "The change set of api can no longer be applied");
  }

  @Test
  void aStoredObjectThatIsNoLongerThereCannotBeApplied() {
    var digest = write(changeSets).digest();
    var code = scene.api.objects().getFirst();

    assertNotSame(
        scene.desk(scene.without(code)).recheck(new ChangeSetTask.Recheck(RELEASE, digest)),
        "A stored object of build 2 is missing or no longer what was built: " + code.key());
  }

  private void assertNotSame(Rechecked answer, String why) {
    assertThat(answer.same()).isFalse();
    assertThat(answer.why()).startsWith(why);
    assertThat(scene.release().phase()).isEqualTo(Release.Phase.REQUESTED);
    assertThat(scene.eventTypes()).containsExactly("release.requested");
  }

  private Written write(List<ServiceChangeSet> sets) {
    return desk.write(new ChangeSetTask.WriteReview(RELEASE, sets));
  }

  private Rechecked recheck(String digest) {
    return desk.recheck(new ChangeSetTask.Recheck(RELEASE, digest));
  }

  private ReviewRef review() {
    var review = scene.release().review();
    if (review == null) {
      throw new AssertionError("no review");
    }
    return review;
  }
}
