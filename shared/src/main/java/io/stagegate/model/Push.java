package io.stagegate.model;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#push">push
 * webhook</a> says.
 *
 * @param ref the full ref: {@code refs/heads/main}
 * @param deleted whether the ref was deleted
 * @param before the sha it pointed to; {@link #NOWHERE} for a new ref
 * @param after the sha it points to now; {@link #NOWHERE} for one that was deleted
 * @param message the head commit's message, empty where there is none
 * @param author name of its author
 * @param authors logins, in small letters, of the authors of all its commits that it lists
 * @param commits how many commits it lists; at least 1
 */
public record Push(
    String ref,
    boolean deleted,
    String before,
    String after,
    String message,
    String author,
    Set<String> authors,
    int commits) {
  /** What GitHub writes for a sha that isn't there. */
  public static final String NOWHERE = "0".repeat(40);

  private static final String HEADS = "refs/heads/";

  /** What a push asks for. */
  public sealed interface Answer {
    /** Build this commit for each of these stages. */
    record Build(Commit commit, List<StageName> stages) implements Answer {
      public Build {
        stages = List.copyOf(stages);
      }
    }

    /** Nothing to do, with the reason as a sentence. */
    record Ignore(String reason) implements Answer {}
  }

  public Push {
    Objects.requireNonNull(ref, "ref");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(author, "author");
    authors = Set.copyOf(authors);
    commits = Math.max(1, commits);
  }

  /** A push of one commit. */
  public Push(
      String ref,
      boolean deleted,
      String before,
      String after,
      String message,
      String author,
      Set<String> authors) {
    this(ref, deleted, before, after, message, author, authors, 1);
  }

  public Push withMessage(String other) {
    return new Push(ref, deleted, before, after, other, author, authors, commits);
  }

  /** Decides which stages of a project a push builds. */
  public Answer answerFor(Project project) {
    if (!ref.startsWith(HEADS)) {
      return new Answer.Ignore(
          ref.startsWith("refs/tags/")
              ? "Tags are not built: " + ref.substring("refs/tags/".length()) + "."
              : "Only branches are built, and " + ref + " is none.");
    }
    var branch = ref.substring(HEADS.length());
    if (deleted || after.equals(NOWHERE)) {
      return new Answer.Ignore("Branch " + branch + " was deleted.");
    }
    var stages = project.stages().stream().filter(s -> s.follows(branch)).map(Stage::name).toList();
    if (stages.isEmpty()) {
      return new Answer.Ignore("No stage follows branch " + branch + ".");
    }
    return new Answer.Build(new Commit(after, branch, message, author, authors, commits), stages);
  }

  /**
   * Whether a push that was taken before is taken again. A ref that now moves from where its last
   * build left it does so anew, though it has made the same move already: a force push there and
   * back. From elsewhere it is the old news, sent a second time.
   *
   * @param lastBuilt the sha of the newest build of the stage that follows the ref
   */
  public boolean movesAgain(String lastBuilt) {
    return before.equals(lastBuilt);
  }
}
