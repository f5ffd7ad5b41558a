package io.stagegate.model;

import java.util.Optional;
import java.util.Set;

/**
 * Whose word a question needs; it is set when people are asked, and stays.
 *
 * @param needed how many must say yes
 * @param requester who asked for the release, where they may not decide; else empty
 * @param authors who wrote the commits, where they may not decide; else empty
 * @param reason whether a yes needs a comment too
 * @param override whether an admin may decide alone
 */
public record Quorum(
    int needed, Set<String> requester, Set<String> authors, boolean reason, boolean override) {
  /** One person, whoever it is. */
  public static final Quorum ONE = new Quorum(1, Set.of(), Set.of(), false, false);

  public Quorum {
    requester = Set.copyOf(requester);
    authors = Set.copyOf(authors);
    if (needed < 1) {
      throw new IllegalArgumentException("a question needs somebody's word");
    }
  }

  /**
   * What a policy asks for one release.
   *
   * @param stakes what its review found
   * @param authors logins of who wrote what it brings
   */
  public static Quorum of(
      ApprovalPolicy policy, Release release, Stakes stakes, Set<String> authors) {
    return new Quorum(
        stakes.grave() ? policy.graveApprovals() : policy.approvals(),
        policy.requesterDecides() ? Set.of() : Set.of(release.requestedBy()),
        policy.authorsDecide() ? Set.of() : authors,
        stakes.highRisk(),
        policy.adminOverrides());
  }

  /** What a policy asks for before a review is there: of its numbers the smaller. */
  static Quorum of(ApprovalPolicy policy, String requester) {
    return new Quorum(
        policy.approvals(),
        policy.requesterDecides() ? Set.of() : Set.of(requester),
        Set.of(),
        false,
        policy.adminOverrides());
  }

  /** Why somebody may not decide on this, as a sentence; empty where they may. */
  public Optional<String> bars(String login) {
    if (requester.contains(login)) {
      return Optional.of("Who asked for a release does not decide on it here.");
    }
    return authors.contains(login)
        ? Optional.of("Who wrote a release's commits does not decide on it here.")
        : Optional.empty();
  }
}
