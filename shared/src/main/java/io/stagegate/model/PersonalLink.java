package io.stagegate.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link in somebody's mail by which they, and nobody else, can decide on one review, once.
 *
 * @param id what its address names it by; worth nothing without the signature
 * @param to whom it is for
 * @param digest of the review that they are asked about
 * @param expiresAt when the question does
 * @param usedAt when it decided; null before
 * @param visits who opened it last, the newest at the end, at most {@link #MOST_VISITS}
 * @param visited how often it was opened
 */
public record PersonalLink(
    String id,
    Login to,
    ProjectId project,
    int release,
    String digest,
    Instant expiresAt,
    @Nullable Instant usedAt,
    List<Visit> visits,
    int visited) {
  public static final int MOST_VISITS = 20;
  private static final int LONGEST_AGENT = 200;

  public PersonalLink {
    visits = List.copyOf(visits);
  }

  /**
   * That it was opened, by a person, a mail scanner or a preview.
   *
   * @param method GET or HEAD
   * @param address the network address it was opened from
   * @param agent what the program calls itself, at most 200 characters
   */
  public record Visit(Instant at, String method, String address, String agent) {
    public Visit {
      agent = agent.length() <= LONGEST_AGENT ? agent : agent.substring(0, LONGEST_AGENT);
    }
  }

  public static PersonalLink of(String id, Approval approval, Login to) {
    return new PersonalLink(
        id,
        to,
        approval.project(),
        approval.release(),
        approval.digest(),
        approval.expiresAt(),
        null,
        List.of(),
        0);
  }

  /** All that its signature is over. */
  public String signed() {
    return String.join(
        "\n",
        id,
        to.value(),
        project.value(),
        Integer.toString(release),
        digest,
        Long.toString(expiresAt.toEpochMilli()));
  }

  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  public PersonalLink used(Instant now) {
    return new PersonalLink(id, to, project, release, digest, expiresAt, now, visits, visited);
  }

  public PersonalLink visited(Visit visit) {
    var last = new ArrayList<>(visits);
    last.add(visit);
    var kept = last.subList(Math.max(0, last.size() - MOST_VISITS), last.size());
    return new PersonalLink(id, to, project, release, digest, expiresAt, usedAt, kept, visited + 1);
  }
}
