package io.stagegate.model;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * One commit of a repository.
 *
 * @param sha 40 hexadecimal digits
 * @param branch the branch it was pushed to
 * @param message its message's first line, at most {@value #LONGEST_MESSAGE} characters
 * @param author the name GitHub gives of its author, at most 100 characters
 * @param authors logins, in small letters, of who wrote it and what was pushed with it
 * @param pushed how many commits were pushed with it, itself among them; at least 1
 */
public record Commit(
    String sha, String branch, String message, String author, Set<String> authors, int pushed) {
  public static final int LONGEST_MESSAGE = 200;
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

  public Commit {
    if (!SHA.matcher(sha).matches()) {
      throw new IllegalArgumentException("a commit is named by 40 hexadecimal digits");
    }
    message = cut(message.lines().findFirst().orElse(""), LONGEST_MESSAGE);
    author = cut(author, 100);
    authors = Set.copyOf(authors);
    pushed = Math.max(1, pushed);
  }

  /** A commit that was pushed alone. */
  public Commit(String sha, String branch, String message, String author, Set<String> authors) {
    this(sha, branch, message, author, authors, 1);
  }

  /** The first seven digits, as people write a commit. */
  public String shortSha() {
    return sha.substring(0, 7);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1))) + "…";
  }
}
