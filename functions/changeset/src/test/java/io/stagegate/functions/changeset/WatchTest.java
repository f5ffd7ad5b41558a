package io.stagegate.functions.changeset;

import static io.stagegate.functions.changeset.Scene.API;
import static io.stagegate.functions.changeset.Scene.JOBS;
import static io.stagegate.functions.changeset.Scene.RELEASE;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.cloud.MemoryStacks;
import io.stagegate.model.Approval;
import io.stagegate.model.Effect;
import io.stagegate.model.Notice;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final Scene scene = new Scene();
  private final Watch watch = new Watch(scene.store, scene.stacks, scene.clock);
  private String digest = "";

  @BeforeEach
  void peopleAreAsked() {
    scene.stacks.stack(API, "UPDATE_COMPLETE", NOW);
    scene.stacks.stack(JOBS, "CREATE_COMPLETE", NOW);
    digest =
        scene
            .desk(scene.packages)
            .write(new ChangeSetTask.WriteReview(RELEASE, scene.changeSets()))
            .digest();
    new AskPeople(scene.store, scene.clock).ask(SHOP, 1, digest, "token");
  }

  @Test
  void theReviewSaysWhichStacksItWasMadeAgainst() {
    assertThat(Objects.requireNonNull(scene.release().review()).stacks())
        .containsOnlyKeys(MemoryStacks.stackId(API), MemoryStacks.stackId(JOBS));
  }

  @Test
  void whileNothingChangesPeopleAreAskedStill() {
    watch.run();

    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void aStackThatWasChangedOutsideEndsTheQuestionWithTheReason() {
    scene.stacks.stack(API, "UPDATE_IN_PROGRESS", NOW.plusSeconds(60));

    watch.run();

    assertThat(approval().decision())
        .isNotNull()
        .satisfies(
            decision -> {
              assertThat(decision.status()).isEqualTo(Approval.Status.SUPERSEDED);
              assertThat(decision.by()).isEqualTo("stagegate");
              assertThat(decision.comment())
                  .isEqualTo(
                      "Stack shop-production-api was changed from outside since the review was"
                          + " written. Ask again to see what would happen now.");
            });
    assertThat(scene.store.effects())
        .contains(
            new Effect.Announce(SHOP, 1, Notice.Kind.CLOSED),
            new Effect.Resume("token", "{\"decision\":\"SUPERSEDED\"}", SHOP, 1));
  }

  @Test
  void soDoesOneThatTheReleaseWouldNotChange() {
    scene.stacks.stack(JOBS, "UPDATE_COMPLETE", NOW.plusSeconds(60));

    watch.run();

    assertThat(approval().status()).isEqualTo(Approval.Status.SUPERSEDED);
  }

  @Test
  void whatIsDecidedStaysDecided() {
    new Decide(scene.store, scene.clock)
        .press(new Decide.Press(SHOP, 1, true, digest, "so", false, Samples.person("bob")));
    scene.stacks.stack(API, "UPDATE_COMPLETE", NOW.plusSeconds(60));

    watch.run();

    assertThat(approval().status()).isEqualTo(Approval.Status.APPROVED);
  }

  private Approval approval() {
    return scene.store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }
}
