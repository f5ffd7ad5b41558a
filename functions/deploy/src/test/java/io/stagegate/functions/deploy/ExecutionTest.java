package io.stagegate.functions.deploy;

import static io.stagegate.functions.deploy.Scene.STACK;
import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.cloud.MemoryStacks;
import io.stagegate.functions.deploy.Execution.Progress;
import io.stagegate.functions.deploy.Execution.Progress.State;
import io.stagegate.model.Failure;
import io.stagegate.model.Freeze;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Change;
import io.stagegate.release.Decide;
import io.stagegate.release.ProjectSettings;
import io.stagegate.release.Samples;
import io.stagegate.release.SetFreezes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionTest {
  private static final String STACK_ID = MemoryStacks.stackId(STACK);

  private final Scene scene = new Scene();
  private final MemoryStacks stacks = scene.stacks;
  private final Execution execution = new Execution(scene.store, stacks, scene.clock);
  private final Change release = scene.release();
  private final String changeSet = MemoryStacks.changeSetId(STACK, release.id());

  @Nested
  class Executing {
    @BeforeEach
    void aReviewedRelease() {
      var set = new ServiceChangeSet("api", STACK_ID, changeSet, false);
      scene.update(release, each -> each.prepared(List.of(set), scene.clock.instant()));
    }

    @Test
    void whatWasApprovedIsAppliedUnderTheReleasesName() {
      scene.leases.take(release);
      decide(true);

      assertThat(execute(1, changeSet, DIGEST)).isEqualTo(new Execution.Started(STACK_ID));
      assertThat(stacks.executed())
          .containsExactly(new MemoryStacks.Executed(changeSet, release.id()));
      assertThat(scene.audit().getLast().action()).isEqualTo("release.executed");
      assertThat(scene.audit().getLast().digest()).isEqualTo(DIGEST);
    }

    @Test
    void nobodyAppliesWithoutTheLease() {
      decide(true);

      refused(1, changeSet, DIGEST, "no longer holds its target");
    }

    @Test
    void anotherHolderKeepsItFromBeingApplied() {
      scene.leases.take(scene.release());
      scene.leases.take(release);
      decide(true);

      refused(1, changeSet, DIGEST, "no longer holds its target");
    }

    @Test
    void aFenceOfEarlierIsTooLate() {
      scene.leases.take(release);
      scene.leases.leave(release);
      scene.leases.take(release);
      decide(true);

      refused(1, changeSet, DIGEST, "no longer holds its target");
      assertThat(execute(2, changeSet, DIGEST)).isEqualTo(new Execution.Started(STACK_ID));
    }

    @Test
    void nothingIsAppliedBeforeAnybodyWasAsked() {
      scene.leases.take(release);

      refused(1, changeSet, DIGEST, "is not what was approved for " + release.id());
    }

    @Test
    void nothingIsAppliedWhileNobodyHasDecided() {
      scene.leases.take(release);
      ask();

      refused(1, changeSet, DIGEST, "is not what was approved");
    }

    @Test
    void whatWasRejectedIsNotApplied() {
      scene.leases.take(release);
      decide(false);

      refused(1, changeSet, DIGEST, "is not what was approved");
    }

    @Test
    void anApprovalIsForOneDigest() {
      scene.leases.take(release);
      decide(true);

      refused(1, changeSet, "sha256:" + "00".repeat(32), "is not what was approved");
      refused(1, changeSet, null, "is not what was approved");
    }

    @Test
    void aChangeSetThatNobodyReviewedIsNotApplied() {
      scene.leases.take(release);
      decide(true);

      refused(1, MemoryStacks.changeSetId(STACK, "other"), DIGEST, "is not what was approved");
    }

    @Test
    void whatWasApprovedBeforeAFreezeIsAppliedInIt() {
      scene.leases.take(release);
      decide(true);
      freezeFrom(scene.clock.instant().plusSeconds(1));
      scene.clock.pass(Duration.ofMinutes(1));

      assertThat(execute(1, changeSet, DIGEST)).isEqualTo(new Execution.Started(STACK_ID));
    }

    @Test
    void whatWasApprovedInsideAFreezeIsAppliedOnlyWhereItWasAskedForInSpiteOfIt() {
      scene.leases.take(release);
      decide(true);
      freezeFrom(scene.clock.instant().minusSeconds(120));

      refused(1, changeSet, DIGEST, "Production is frozen until");
      scene.update(release, asked -> asked.despite("The shop is down."));
      assertThat(execute(1, changeSet, DIGEST)).isEqualTo(new Execution.Started(STACK_ID));
    }

    private void freezeFrom(Instant from) {
      var begin = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
      var freeze = new Freeze.Once(begin, begin.plusDays(1), ZoneOffset.UTC, "Stocktaking");
      assertThat(
              new SetFreezes(scene.store, scene.clock)
                  .set(SHOP, StageName.PRODUCTION, List.of(freeze), Samples.person("ada")))
          .isInstanceOf(ProjectSettings.Outcome.Changed.class);
    }

    @Test
    void aBuildNeedsItsLeaseAlone() {
      var build = scene.build(3);
      scene.leases.take(build);

      execution.execute(new DeployTask.Execute(build, "api", STACK_ID, "set", 1, null));

      assertThat(stacks.executed())
          .containsExactly(new MemoryStacks.Executed("set", "shop-build-3"));
    }

    @Test
    void aBuildWithoutItsLeaseIsNotApplied() {
      var build = scene.build(3);

      assertThatThrownBy(
              () ->
                  execution.execute(new DeployTask.Execute(build, "api", STACK_ID, "set", 1, null)))
          .isInstanceOf(Execution.NotAllowedException.class);
      assertThat(stacks.executed()).isEmpty();
    }

    private void ask() {
      new AskPeople(scene.store, scene.clock).ask(SHOP, 1, DIGEST, "token");
    }

    private void decide(boolean approve) {
      ask();
      assertThat(
              new Decide(scene.store, scene.clock)
                  .press(
                      new Decide.Press(
                          SHOP, 1, approve, DIGEST, "so", false, Samples.person("bob"))))
          .isInstanceOf(Decide.Outcome.Decided.class);
    }

    private Execution.Started execute(long fence, String set, @Nullable String digest) {
      return execution.execute(
          new DeployTask.Execute(release, "api", STACK_ID, set, fence, digest));
    }

    private void refused(long fence, String set, @Nullable String digest, String why) {
      assertThatThrownBy(() -> execute(fence, set, digest))
          .isInstanceOf(Execution.NotAllowedException.class)
          .hasMessageContaining(why);
      assertThat(stacks.executed()).isEmpty();
      assertThat(scene.audit()).noneMatch(entry -> entry.action().equals("release.executed"));
    }
  }

  @Nested
  class Following {
    @Test
    void beforeItsFirstEventItRuns() {
      assertThat(progress()).isEqualTo(new Progress(State.RUNNING, null));
    }

    @Test
    void anotherOperationsEndIsNotItsOwn() {
      stacks.stackHappened(STACK, "shop-release-9", "UPDATE_IN_PROGRESS");
      stacks.stackHappened(STACK, "shop-release-9", "UPDATE_COMPLETE");
      assertThat(progress().state()).isEqualTo(State.RUNNING);

      stacks.stackHappened(STACK, release.id(), "UPDATE_IN_PROGRESS");
      assertThat(progress().state()).isEqualTo(State.RUNNING);

      stacks.stackHappened(STACK, release.id(), "UPDATE_COMPLETE");
      stacks.stackHappened(STACK, "shop-release-10", "UPDATE_ROLLBACK_COMPLETE");
      assertThat(progress().state()).isEqualTo(State.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE_COMPLETE", "UPDATE_COMPLETE"})
    void itIsDoneWhenTheStackIs(String status) {
      stacks.stackHappened(STACK, release.id(), "UPDATE_IN_PROGRESS");
      resource("Queue", "CREATE_COMPLETE", "");
      stacks.stackHappened(STACK, release.id(), status);

      assertThat(progress()).isEqualTo(new Progress(State.DONE, null));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "CREATE_IN_PROGRESS",
          "UPDATE_IN_PROGRESS",
          "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
          "ROLLBACK_IN_PROGRESS",
          "UPDATE_ROLLBACK_IN_PROGRESS",
          "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS"
        })
    void itRunsAsLongAsTheStackDoes(String status) {
      resource("Queue", "UPDATE_FAILED", "No.");
      stacks.stackHappened(STACK, release.id(), status);

      assertThat(progress()).isEqualTo(new Progress(State.RUNNING, null));
    }

    @Test
    void aNestedStacksEndIsNotTheStacks() {
      stacks.stackHappened(STACK, release.id(), "UPDATE_IN_PROGRESS");
      stacks.happened(
          STACK, release.id(), "Child", "AWS::CloudFormation::Stack", "UPDATE_COMPLETE", "");

      assertThat(progress().state()).isEqualTo(State.RUNNING);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ROLLBACK_COMPLETE",
          "ROLLBACK_FAILED",
          "UPDATE_ROLLBACK_COMPLETE",
          "UPDATE_ROLLBACK_FAILED",
          "CREATE_FAILED",
          "UPDATE_FAILED",
          "DELETE_COMPLETE",
          "DELETE_FAILED"
        })
    void itFailsWithTheFirstResourceThatDid(String status) {
      stacks.stackHappened(STACK, release.id(), "UPDATE_IN_PROGRESS");
      resource("Orders", "UPDATE_FAILED", "Resource update cancelled");
      resource("Queue", "UPDATE_FAILED", "The name is taken.");
      resource("Topic", "CREATE_FAILED", "Too late.");
      stacks.stackHappened(STACK, release.id(), "UPDATE_ROLLBACK_IN_PROGRESS");
      resource("Queue", "UPDATE_COMPLETE", "");
      stacks.stackHappened(STACK, release.id(), status);

      assertThat(progress())
          .isEqualTo(
              new Progress(
                  State.FAILED,
                  new Failure(
                      "Queue (AWS::SQS::Queue) could not be changed: The name is taken.",
                      "api/Queue")));
    }

    @Test
    void aFailureWithoutAReasonShowsItsStatus() {
      resource("Queue", "CREATE_FAILED", "");
      stacks.stackHappened(STACK, release.id(), "ROLLBACK_COMPLETE");

      assertThat(progress().failure())
          .isEqualTo(
              new Failure(
                  "Queue (AWS::SQS::Queue) could not be changed: CREATE_FAILED", "api/Queue"));
    }

    @Test
    void whereOnlyTheStackFailedItsEndIsWhatIsKnown() {
      resource("Queue", "CREATE_FAILED", "Resource creation Cancelled");
      stacks.stackHappened(STACK, release.id(), "ROLLBACK_COMPLETE");

      assertThat(progress().failure())
          .isEqualTo(new Failure("CloudFormation ended the change in ROLLBACK_COMPLETE.", "api"));
    }

    private void resource(String name, String status, String reason) {
      stacks.happened(STACK, release.id(), name, "AWS::SQS::Queue", status, reason);
    }

    private Progress progress() {
      return execution.progress(new DeployTask.Progress(release, "api", STACK_ID));
    }
  }
}
