package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.build;
import static io.stagegate.model.Samples.release;
import static io.stagegate.model.Samples.servicePackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Release.Phase;
import io.stagegate.model.Release.ReviewRef;
import io.stagegate.model.Release.ServiceChangeSet;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildAndReleaseTest {
  @Test
  void aBuildKeepsItsPackagesOnItsWay() {
    var packages = List.of(servicePackage(StageName.DEV), servicePackage(StageName.PRODUCTION));

    var deployed = build(1).packaging(NOW).packaged(packages, NOW).deployed(NOW).promoted(4, NOW);

    assertThat(deployed.state()).isEqualTo(Build.State.DEPLOYED);
    assertThat(deployed.packages()).isEqualTo(packages);
    assertThat(deployed.promotedBy()).isEqualTo(4);
    assertThat(deployed.promoted()).isTrue();
    assertThat(deployed.packageFor("orders", StageName.DEV)).contains(packages.getFirst());
    assertThat(deployed.packageFor("other", StageName.DEV)).isEmpty();
    assertThat(deployed.packageFor("orders", new StageName("x"))).isEmpty();
    assertThat(deployed.packagesFor(StageName.PRODUCTION)).containsExactly(packages.getLast());
    assertThat(build(1).promoted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "QUEUED,false",
    "PACKAGING,false",
    "DEPLOYING,false",
    "DEPLOYED,true",
    "FAILED,true",
    "SKIPPED,true"
  })
  void theEndsOfABuild(Build.State state, boolean ended) {
    assertThat(state.ended()).isEqualTo(ended);
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED,false",
    "WAITING_FOR_TARGET,false",
    "PREPARING,false",
    "WAITING_FOR_APPROVAL,false",
    "DEPLOYING,false",
    "SUCCEEDED,true",
    "NOTHING_TO_DO,true",
    "REJECTED,true",
    "EXPIRED,true",
    "SUPERSEDED,true",
    "FAILED,true"
  })
  void theEndsOfARelease(Phase phase, boolean ended) {
    assertThat(phase.ended()).isEqualTo(ended);
    var underWay = release(1, Release.Kind.PROMOTION);
    if (ended) {
      assertThat(underWay.ended(phase, null, NOW).phase()).isEqualTo(phase);
    } else {
      assertThatThrownBy(() -> underWay.ended(phase, null, NOW)).hasMessageContaining("no");
    }
  }

  /** A step that was given up may still run, after those that follow it. */
  @Test
  void aReleaseNeverGoesBack() {
    List<UnaryOperator<Release>> steps =
        List.of(
            release -> release.waiting(NOW),
            release -> release.preparing(5, NOW),
            release -> release.asking(NOW),
            release -> release.deploying(NOW),
            release -> release.ended(Phase.SUCCEEDED, null, NOW));
    for (int late = 0; late < steps.size(); late++) {
      var there = release(1, Release.Kind.PROMOTION);
      for (var step : steps.subList(0, late + 1)) {
        there = step.apply(there);
      }
      assertThat(steps.get(late).apply(there)).isEqualTo(there);
      for (var earlier : steps.subList(0, late)) {
        var release = there;
        assertThatThrownBy(() -> earlier.apply(release))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("orders-release-1 is " + release.phase());
      }
    }
    var over = release(1, Release.Kind.PROMOTION).ended(Phase.REJECTED, null, NOW);
    assertThatThrownBy(() -> over.ended(Phase.FAILED, null, NOW))
        .hasMessage("orders-release-1 is REJECTED and does not become FAILED");
  }

  @Test
  void aReleaseCarriesWhatItLearnsToItsEnd() {
    var sets = List.of(new ServiceChangeSet("orders", "stack", "set", false));
    var review = new ReviewRef("key", "sha256:1", "1 change", Stakes.NONE);
    var decision = new Decision(Approval.Status.APPROVED, "ada", "yes", NOW);

    var ended =
        release(2, Release.Kind.ROLLBACK)
            .waiting(NOW)
            .preparing(5, NOW)
            .prepared(sets, NOW)
            .reviewed(review, NOW)
            .asking(NOW)
            .decided(decision, NOW)
            .deploying(NOW)
            .ended(Phase.FAILED, new Failure("Queue could not be made.", "orders/Queue"), NOW);

    assertThat(ended.id()).isEqualTo("orders-release-2");
    assertThat(ended.replaces()).isEqualTo(5);
    assertThat(ended.changeSets()).isEqualTo(sets);
    assertThat(ended.review()).isEqualTo(review);
    assertThat(ended.decision()).isEqualTo(decision);
    assertThat(ended.failure()).isEqualTo(new Failure("Queue could not be made.", "orders/Queue"));
    assertThat(release(3, Release.Kind.PROMOTION).waiting(NOW).phase())
        .isEqualTo(Phase.WAITING_FOR_TARGET);
  }

  @Test
  void aStageRemembersItsCurrentAndItsNewestBuild() {
    var status = StageStatus.EMPTY.started(3).started(2).deployed(2, NOW);

    assertThat(status).isEqualTo(new StageStatus(2, 3, NOW));
    assertThat(StageStatus.EMPTY.deployed(1, NOW)).isEqualTo(new StageStatus(1, 1, NOW));
  }

  @Test
  void aFailuresSentenceIsBounded() {
    assertThat(new Failure("x".repeat(5000), null).what()).hasSize(2000).endsWith("…");
  }

  @Test
  void effectsAreNamedSoThatARepeatStartsNothingTwiceAndHideTheirToken() {
    assertThat(new Effect.StartBuild(Samples.ORDERS, 4).executionName())
        .isEqualTo("orders-build-4");
    assertThat(new Effect.StartRelease(Samples.ORDERS, 4).executionName())
        .isEqualTo("orders-release-4");
    assertThat(new Effect.Resume("secret", "{}")).asString().doesNotContain("secret");
  }
}
