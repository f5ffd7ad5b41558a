package io.stagegate.functions.deploy;

import static io.stagegate.model.StageName.DEV;
import static io.stagegate.model.StageName.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.audit.AuditEntry;
import io.stagegate.model.Build;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.Release;
import io.stagegate.release.Change;
import io.stagegate.release.Samples;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
  private static final String FAILURE = "{\"what\":\"The name is taken.\",\"where\":\"api/Queue\"}";

  private final Scene scene = new Scene();
  private final Outcomes outcomes = new Outcomes(scene.store, scene.clock);

  @Test
  void aDeployedBuildIsTheStagesCurrentOne() {
    var build = scene.build(3);
    scene.leases.take(build);
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(outcomes.begin(new DeployTask.Begin(build)).go()).isTrue();
    assertThat(deployed(build, 1)).isEqualTo("DEPLOYED");

    assertThat(scene.readBuild(3).state()).isEqualTo(Build.State.DEPLOYED);
    assertThat(scene.status(DEV).current()).isEqualTo(3);
    assertThat(scene.status(DEV).latest()).isEqualTo(3);
    assertThat(scene.status(DEV).changedAt()).isEqualTo(scene.clock.instant());
    assertThat(scene.status(PRODUCTION).current()).isNull();
    assertThat(lastEvent()).isEqualTo("Deployed to dev.");
  }

  @Test
  void aDeployedBuildIsRecordedOnce() {
    var build = scene.build(3);
    scene.leases.take(build);
    deployed(build, 1);
    var status = scene.status(DEV);
    var record = scene.readBuild(3);
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(deployed(build, 1)).isEqualTo("DEPLOYED");
    assertThat(failed(build, "States.Timeout", null)).isEqualTo("FAILED");

    assertThat(scene.status(DEV)).isEqualTo(status);
    assertThat(scene.readBuild(3)).isEqualTo(record);
    assertThat(scene.eventTypes()).containsExactly("build.deployed");
  }

  @Test
  void aReleaseThatWasAppliedPromotesItsBuild() {
    var release = scene.release();
    scene.leases.take(release);
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(deployed(release, 1)).isEqualTo("DEPLOYED");

    assertThat(scene.release(release).phase()).isEqualTo(Release.Phase.SUCCEEDED);
    assertThat(scene.readBuild(2).promotedBy()).isEqualTo(1);
    assertThat(scene.readBuild(2).state()).isEqualTo(Build.State.DEPLOYED);
    assertThat(scene.status(PRODUCTION).current()).isEqualTo(2);
    assertThat(scene.status(PRODUCTION).changedAt()).isEqualTo(scene.clock.instant());
    assertThat(scene.status(DEV).changedAt()).isEqualTo(Samples.NOW);
    assertThat(lastEvent()).isEqualTo("Build 2 is in production.");
  }

  @Test
  void aReleaseNamesTheBuildThatItReplaced() {
    Samples.promoted(scene.store, 1, 7);
    var release = scene.release();
    scene.leases.take(release);
    scene.update(release, each -> each.preparing(1, scene.clock.instant()));

    deployed(release, 1);

    assertThat(scene.release(release).replaces()).isEqualTo(1);
    assertThat(scene.readBuild(1).promotedBy()).isEqualTo(7);
    assertThat(lastEvent()).isEqualTo("Build 2 is in production, where build 1 was.");
  }

  @Test
  void aSucceededReleaseIsRecordedOnceAndStaysSucceeded() {
    var release = scene.release();
    scene.leases.take(release);
    deployed(release, 1);
    var record = scene.release(release);
    var status = scene.status(PRODUCTION);
    var build = scene.readBuild(2);
    scene.clock.pass(Duration.ofMinutes(1));

    deployed(release, 1);
    failed(release, "States.Timeout", null);
    ended(release, Release.Phase.REJECTED, null);

    assertThat(scene.release(release)).isEqualTo(record);
    assertThat(scene.status(PRODUCTION)).isEqualTo(status);
    assertThat(scene.readBuild(2)).isEqualTo(build);
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.succeeded");
    assertThat(scene.audit())
        .extracting(AuditEntry::action)
        .containsExactly("release.requested", "release.ended");
    assertThat(scene.audit().getLast().text()).isEqualTo("Build 2 is in production.");
  }

  @Test
  void whoLostItsLeaseRecordsNoSuccess() {
    var release = scene.release();
    var build = scene.build(3);
    scene.leases.take(release);
    scene.leases.leave(release);
    scene.leases.take(release);

    assertThatThrownBy(() -> deployed(release, 1))
        .isInstanceOf(Execution.NotAllowedException.class)
        .hasMessageContaining("no longer holds its target");
    assertThatThrownBy(() -> deployed(build, 1)).isInstanceOf(Execution.NotAllowedException.class);

    assertThat(scene.release(release).phase()).isEqualTo(Release.Phase.REQUESTED);
    assertThat(scene.readBuild(2).promoted()).isFalse();
    assertThat(scene.status(PRODUCTION).current()).isNull();
    assertThat(scene.status(DEV).current()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "NOTHING_TO_DO, release.nothing-to-do, 'There was nothing to do: production is like that"
        + " already.'",
    "REJECTED, release.rejected, 'Rejected; production is as it was.'",
    "EXPIRED, release.expired, 'Nobody decided in time; production is as it was.'",
    "SUPERSEDED, release.superseded, 'What was reviewed is no longer what would happen.'"
  })
  void aReleaseThatChangedNothingEndsWithASentence(
      Release.Phase phase, String type, String sentence) {
    var release = scene.release();
    var build = scene.readBuild(2);

    assertThat(ended(release, phase, null)).isEqualTo(phase.name());
    ended(release, phase, null);

    assertThat(scene.release(release).phase()).isEqualTo(phase);
    assertThat(scene.release(release).failure()).isNull();
    assertThat(scene.eventTypes()).containsExactly("release.requested", type);
    assertThat(lastEvent()).isEqualTo(sentence);
    assertThat(scene.readBuild(2)).isEqualTo(build);
    assertThat(scene.status(PRODUCTION).current()).isNull();
  }

  @Test
  void whyAReviewIsNoLongerTrueIsKept() {
    var release = scene.release();

    ended(release, Release.Phase.SUPERSEDED, "The stack changed.");

    assertThat(scene.release(release).failure()).isEqualTo(new Failure("The stack changed.", null));
    assertThat(lastEvent()).isEqualTo("The stack changed.");
  }

  @Test
  void whatGoesOnIsNoEnd() {
    var release = scene.release();

    assertThatThrownBy(() -> ended(release, Release.Phase.DEPLOYING, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(scene.release(release).phase()).isEqualTo(Release.Phase.REQUESTED);
  }

  @Test
  void aFailedReleaseKeepsItsFirstFailureAndPromotesNothing() {
    var release = scene.release();

    assertThat(failed(release, "StepFailed", FAILURE)).isEqualTo("FAILED");
    failed(release, "States.Timeout", null);

    assertThat(scene.release(release).phase()).isEqualTo(Release.Phase.FAILED);
    assertThat(scene.release(release).failure())
        .isEqualTo(new Failure("The name is taken.", "api/Queue"));
    assertThat(scene.readBuild(2).promoted()).isFalse();
    assertThat(scene.eventTypes()).containsExactly("release.requested", "release.failed");
    assertThat(lastEvent()).isEqualTo("The name is taken.");
  }

  @Test
  void aFailedBuildKeepsItsFirstFailureAndLeavesTheStageAsItWas() {
    var build = scene.build(3);
    var status = scene.status(DEV);

    failed(build, "StepFailed", FAILURE);
    failed(build, "States.Timeout", null);

    assertThat(scene.readBuild(3).state()).isEqualTo(Build.State.FAILED);
    assertThat(scene.readBuild(3).failure())
        .isEqualTo(new Failure("The name is taken.", "api/Queue"));
    assertThat(scene.status(DEV)).isEqualTo(status);
    assertThat(scene.eventTypes()).containsExactly("build.failed");
  }

  @Test
  void aBuildIsSkippedWhereANewerOneIsThere() {
    var older = scene.build(3);
    var newer = scene.build(4);
    scene.leases.take(newer);
    deployed(newer, 1);
    scene.leases.leave(newer);

    assertThat(outcomes.begin(new DeployTask.Begin(older)).go()).isFalse();
    assertThat(outcomes.begin(new DeployTask.Begin(newer)).go()).isTrue();

    assertThat(scene.readBuild(3).state()).isEqualTo(Build.State.SKIPPED);
    assertThat(scene.status(DEV).current()).isEqualTo(4);
    assertThat(lastEvent()).isEqualTo("Not deployed to dev: the newer build 4 is there.");
  }

  @Test
  void askingAgainWhetherASkippedBuildGoesOnNotesNothing() {
    var older = scene.build(3);
    var newer = scene.build(4);
    scene.leases.take(newer);
    deployed(newer, 1);
    outcomes.begin(new DeployTask.Begin(older));
    var record = scene.readBuild(3);
    scene.clock.pass(Duration.ofMinutes(1));

    assertThat(outcomes.begin(new DeployTask.Begin(older)).go()).isFalse();

    assertThat(scene.readBuild(3)).isEqualTo(record);
    assertThat(scene.eventTypes()).containsExactly("build.deployed", "build.skipped");
  }

  private String deployed(Change change, long fence) {
    return outcomes.deployed(new DeployTask.Deployed(change, fence)).state();
  }

  private String failed(Change change, String error, @Nullable String cause) {
    return outcomes.failed(new DeployTask.Failed(change, error, cause)).state();
  }

  private String ended(Change change, Release.Phase phase, @Nullable String why) {
    return outcomes.ended(new DeployTask.Ended(change, phase, why)).state();
  }

  /** The newest of the newest; within one instant, the last that was written. */
  private String lastEvent() {
    return scene.events().stream().map(Event::text).findFirst().orElse("");
  }
}
