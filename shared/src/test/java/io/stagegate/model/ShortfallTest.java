package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallTest {
  private static final ProjectId SHOP = new ProjectId("shop");
  private static final Target TARGET = new Target("arn:aws:iam::111122223333:role/d", Map.of());

  @ParameterizedTest(name = "asks for {0}/{1}, {2} approvers, requester decides {3}: {4}")
  @CsvSource({
    "1, 1, 1, true, enough",
    "1, 1, 1, false, 'Production asks for 1 approver, and the team has nobody who may decide: add an approver, or set approvals of production.'",
    "1, 2, 1, true, 'Production asks for 2 approvers where data would be lost or access is wider, and the team has 1 who may decide: add an approver, or set graveApprovals of production.'",
    "1, 2, 2, true, enough",
    "1, 2, 2, false, 'Production asks for 2 approvers where data would be lost or access is wider, and the team has 1 who may decide: add an approver, or set graveApprovals of production.'",
    "1, 2, 3, false, enough",
    "3, 3, 2, true, 'Production asks for 3 approvers, and the team has 2 who may decide: add an approver, or set approvals of production.'",
    "1, 2, 0, true, 'Production asks for 1 approver, and the team has nobody who may decide: add an approver, or set approvals of production.'",
  })
  void whereATeamIsTooSmallForItsStageItIsSaid(
      int approvals, int grave, int approvers, boolean requesterDecides, String sentence) {
    var policy =
        new ApprovalPolicy(approvals, grave, requesterDecides, true, false, Duration.ofDays(7));
    var stage = Stage.production(TARGET).withApprovals(policy);

    var found = Shortfall.of(stage, team(approvers), "approver-0");

    assertThat(found.map(Shortfall::sentence).orElse("enough")).isEqualTo(sentence);
  }

  @Test
  void whoAddsAProjectAloneIsToldAtOnce() {
    assertThat(Shortfall.of(Stage.production(TARGET), team(1), "approver-0"))
        .hasValueSatisfying(shortfall -> assertThat(shortfall.grave()).isTrue());
  }

  private static Team team(int approvers) {
    return new Team(
        SHOP,
        Stream.concat(
                Stream.of(member("lead", Role.ADMIN)),
                IntStream.range(0, approvers).mapToObj(i -> member("approver-" + i, Role.APPROVER)))
            .toList());
  }

  private static Member member(String login, Role role) {
    return new Member(
        SHOP,
        new Login(login),
        Set.of(role),
        Set.of(),
        "lead",
        Instant.parse("2026-11-23T10:00:00Z"));
  }
}
