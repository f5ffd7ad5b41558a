package io.stagegate.functions.changeset;

import static io.stagegate.functions.changeset.Scene.API;
import static io.stagegate.functions.changeset.Scene.JOBS;
import static io.stagegate.functions.changeset.Scene.RELEASE;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.cloud.MemoryObjects;
import io.stagegate.model.Failure;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightTest {
  private final Scene scene = new Scene();
  private final Preflight preflight =
      new Preflight(scene.store, scene.stacks, scene.packages, scene.clock);

  @Test
  void aWholePackageForStacksThatAreNotThereYetIsReady() {
    var answer = check();

    assertThat(answer.ready()).isTrue();
    assertThat(answer.failure()).isNull();
    assertThat(answer.services())
        .containsExactly(new Preflight.ServiceName("api"), new Preflight.ServiceName("jobs"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CREATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS"})
  void stacksThatCanBeChangedAreReady(String status) {
    scene.stacks.stack(API, status, scene.clock.instant());
    scene.stacks.stack(JOBS, "UPDATE_COMPLETE", scene.clock.instant());

    assertThat(check().ready()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ROLLBACK_COMPLETE, Delete it",
    "UPDATE_ROLLBACK_FAILED, continue its rollback",
    "UPDATE_IN_PROGRESS, is being changed right now",
    "DELETE_FAILED, can't be changed"
  })
  void aStackThatCannotBeChangedIsNamedWithWhatToDo(String status, String next) {
    scene.stacks.stack(API, "CREATE_COMPLETE", scene.clock.instant());
    scene.stacks.stack(JOBS, status, scene.clock.instant());

    var failure = failure();
    assertThat(failure.what()).contains(JOBS, status, next);
    assertThat(failure.where()).isEqualTo(JOBS);
  }

  @Test
  void aMissingTemplateOrObjectIsNamed() {
    for (var missing : List.of(scene.api.template(), scene.jobs.objects().getFirst())) {
      var failure = failureWith(scene.without(missing));

      assertThat(failure)
          .isEqualTo(
              new Failure(
                  "A stored object of build 2 is missing or no longer what was built: "
                      + missing.key()
                      + ".",
                  missing.key()));
    }
  }

  @Test
  void aMissingObjectIsSaidBeforeAStackThatIsNotReady() {
    scene.stacks.stack(API, "ROLLBACK_COMPLETE", scene.clock.instant());

    assertThat(failureWith(scene.without(scene.jobs.template())).where())
        .isEqualTo(scene.jobs.template().key());
  }

  @Test
  void theReleaseIsBeingPreparedAndSaysWhatItReplaces() {
    // Another build came to production after this release was asked for.
    Samples.promoted(scene.store, 2, 8);
    scene.clock.pass(Duration.ofMinutes(1));

    check();

    assertThat(scene.release().phase()).isEqualTo(Release.Phase.PREPARING);
    assertThat(scene.release().replaces()).isEqualTo(2);
    assertThat(scene.release().updatedAt()).isEqualTo(scene.clock.instant());
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.preparing");
  }

  @Test
  void whereProductionIsEmptyNothingIsReplaced() {
    scene.store.transact(
        tx -> {
          tx.delete(Keys.stage(SHOP, StageName.PRODUCTION));
          return true;
        });

    check();

    assertThat(scene.release().replaces()).isNull();
  }

  @Test
  void lookingAgainChangesNothing() {
    check();
    var release = scene.release();
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(check().ready()).isTrue();

    assertThat(scene.release()).isEqualTo(release);
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.preparing");
  }

  private Preflight.Answer check() {
    return preflight.check(new ChangeSetTask.Preflight(RELEASE));
  }

  private Failure failure() {
    return failureOf(check());
  }

  private Failure failureWith(MemoryObjects packages) {
    return failureOf(
        new Preflight(scene.store, scene.stacks, packages, scene.clock)
            .check(new ChangeSetTask.Preflight(RELEASE)));
  }

  private static Failure failureOf(Preflight.Answer answer) {
    assertThat(answer.ready()).isFalse();
    assertThat(answer.services()).isEmpty();
    var failure = answer.failure();
    if (failure == null) {
      throw new AssertionError("no failure");
    }
    return failure;
  }
}
