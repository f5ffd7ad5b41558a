package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which yeses to an earlier question hold for one that asks again. Only for the same digest: what
 * would be applied, and the stack it would change, are exactly what was read then. They never
 * decide alone: the last word is always said on the question itself.
 */
public final class CarryOver {
  private CarryOver() {}

  /**
   * The votes that are taken along.
   *
   * @param earlier the question about the release that is asked for again
   * @param asked the new question, as it would be without them
   * @param team who may decide now
   * @param goodFor how long a yes holds from when it was said
   */
  public static List<Vote> of(
      Approval earlier, Approval asked, StageName stage, Team team, Duration goodFor) {
    if (!earlier.digest().equals(asked.digest())
        || earlier.status() == Approval.Status.PENDING
        || earlier.status() == Approval.Status.REJECTED) {
      return List.of();
    }
    return earlier.votes().stream()
        .filter(vote -> holds(vote, asked, asked.askedAt().minus(goodFor)))
        .filter(vote -> mayDecide(vote, asked.quorum(), stage, team))
        .sorted(Comparator.comparing(Vote::at))
        .limit(asked.quorum().needed() - 1L)
        .map(vote -> vote.carriedFrom(earlier.release()))
        .toList();
  }

  private static boolean holds(Vote vote, Approval asked, Instant since) {
    return vote.approve()
        && !vote.override()
        && vote.at().isAfter(since)
        && !(asked.quorum().reason() && vote.comment().isBlank());
  }

  private static boolean mayDecide(Vote vote, Quorum quorum, StageName stage, Team team) {
    return quorum.bars(vote.by()).isEmpty()
        && team.member(new Login(vote.by())).filter(who -> who.mayDecideOn(stage)).isPresent();
  }
}
