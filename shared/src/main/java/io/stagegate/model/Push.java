package io.stagegate.model;

import java.util.regex.Pattern;

/**
 * What a push webhook says.
 *
 * @param ref the full ref: {@code refs/heads/main}
 * @param deleted whether the ref was deleted
 * @param after the sha it points to now
 * @param message first line of the head commit's message, empty where there is none
 * @param author name of its author
 */
public record Push(String ref, boolean deleted, String after, String message, String author) {
  private static final String HEADS = "refs/heads/";
  private static final Pattern ZEROS = Pattern.compile("0{40}");

  /** What a push asks for. */
  public sealed interface Answer {
    /** Build this commit for each of these stages. */
    record Build(Commit commit, java.util.List<StageName> stages) implements Answer {
      public Build {
        stages = java.util.List.copyOf(stages);
      }
    }

    /** Nothing to do, with the reason as a sentence. */
    record Ignore(String reason) implements Answer {}
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
    if (deleted || ZEROS.matcher(after).matches()) {
      return new Answer.Ignore("Branch " + branch + " was deleted.");
    }
    var stages = project.stages().stream().filter(s -> s.follows(branch)).map(Stage::name).toList();
    if (stages.isEmpty()) {
      return new Answer.Ignore("No stage follows branch " + branch + ".");
    }
    return new Answer.Build(new Commit(after, branch, message, author), stages);
  }
}
