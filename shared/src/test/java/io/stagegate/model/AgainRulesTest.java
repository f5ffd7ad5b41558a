package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be asked for again, and what may take another's place. */
class AgainRulesTest {
  @ParameterizedTest(name = "{0}, decided {1}: {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "REQUESTED, -, Release 7 is not over.",
        "WAITING_FOR_TARGET, -, Release 7 is not over.",
        "PREPARING, -, Release 7 is not over.",
        "WAITING_FOR_APPROVAL, -, Release 7 is not over.",
        "WAITING_FOR_APPROVAL, APPROVED, Release 7 is not over.",
        "WAITING_FOR_APPROVAL, REJECTED, Release 7 is not over.",
        "WAITING_FOR_APPROVAL, EXPIRED, -",
        "WAITING_FOR_APPROVAL, SUPERSEDED, -",
        "DEPLOYING, APPROVED, Release 7 is not over.",
        "SUCCEEDED, APPROVED, Release 7 has done what it was asked for.",
        "NOTHING_TO_DO, -, Release 7 has done what it was asked for.",
        "REJECTED, REJECTED, Somebody said no to release 7: ask for it anew.",
        "EXPIRED, EXPIRED, -",
        "SUPERSEDED, SUPERSEDED, -",
        "SUPERSEDED, APPROVED, -",
        "FAILED, APPROVED, -",
        "FAILED, -, -",
      })
  void again(
      Release.Phase phase, Approval.@Nullable Status decided, @Nullable String refusedBecause) {
    var release = in(phase, decided);

    assertThat(ReleaseRules.again(release)).isEqualTo(Optional.ofNullable(refusedBecause));
    assertThat(ReleaseRules.again(release.followed(9)))
        .hasValue("Release 9 follows release 7 already.");
  }

  @ParameterizedTest(name = "{0} from {1}, asked {2}, build {3} from {4}: {5}")
  @CsvSource(
      nullValues = "-",
      value = {
        "PROMOTION, WAITING_FOR_APPROVAL, -, 2, dev, -",
        "PROMOTION, WAITING_FOR_APPROVAL, -, 1, dev, brings no older build",
        "PROMOTION, WAITING_FOR_APPROVAL, -, 2, feature, is no promotion from that stage",
        "PROMOTION, WAITING_FOR_APPROVAL, -, 2, -, is no promotion from that stage",
        "ROLLBACK, WAITING_FOR_APPROVAL, -, 2, dev, is no promotion from that stage",
        "PROMOTION, WAITING_FOR_APPROVAL, APPROVED, 2, dev, Nobody is asked about",
        "PROMOTION, PREPARING, none, 2, dev, Nobody is asked about",
        "PROMOTION, FAILED, -, 2, dev, Nobody is asked about",
      })
  void instead(
      Release.Kind kind,
      Release.Phase phase,
      @Nullable String decided,
      int build,
      @Nullable String from,
      @Nullable String refusedBecause) {
    var release = Samples.release(7, kind);
    var older = phase.ended() ? release.ended(phase, null, NOW) : release;
    var open = Approval.asked(release.project(), 7, "d", Quorum.ONE, NOW, Duration.ofDays(7));
    var question =
        switch (decided) {
          case null -> Optional.of(open);
          case "none" -> Optional.<Approval>empty();
          default -> Optional.of(open.supersede("ada", "so", NOW));
        };

    var refused =
        ReleaseRules.instead(older, question, from == null ? null : new StageName(from), build);

    if (refusedBecause == null) {
      assertThat(refused).isEmpty();
    } else {
      assertThat(refused).hasValueSatisfying(why -> assertThat(why).contains(refusedBecause));
    }
  }

  @ParameterizedTest(name = "{0} to decide, {1} before: after {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "P7D, P1D, P6D",
        "P7D, PT4H, P6DT20H",
        "P2D, P1D, P1D",
        "P1D, P1D, PT12H",
        "PT8S, P1D, PT4S",
        "P7D, P30D, P3DT12H",
        "P7D, PT0S, -",
      })
  void whenPeopleAreReminded(Duration within, Duration before, @Nullable Duration after) {
    var policy = new ApprovalPolicy(1, 2, true, true, false, within, before, false);

    assertThat(policy.remindAt(NOW)).isEqualTo(Optional.ofNullable(after).map(NOW::plus));
  }

  @Test
  void aPolicyOfEarlierRemindsADayBeforeAndLetsNewerBuildsBe() {
    var policy = new ApprovalPolicy(1, 2, true, true, false, Duration.ofDays(7), null, false);

    assertThat(policy).isEqualTo(ApprovalPolicy.DEFAULT);
    assertThat(policy.remindBefore()).isEqualTo(Duration.ofDays(1));
  }

  private static Release in(Release.Phase phase, Approval.@Nullable Status decided) {
    var release = Samples.release(7, Release.Kind.PROMOTION);
    var asked = phase == Release.Phase.REQUESTED ? release : forward(release, phase);
    var said = decided == null ? asked : asked.decided(new Decision(decided, "ada", "", NOW), NOW);
    return phase.ended() ? said.ended(phase, null, NOW) : said;
  }

  private static Release forward(Release release, Release.Phase phase) {
    return switch (phase) {
      case WAITING_FOR_TARGET -> release.waiting(NOW);
      case PREPARING -> release.preparing(null, NOW);
      case DEPLOYING -> release.deploying(NOW);
      default -> release.asking(NOW);
    };
  }
}
