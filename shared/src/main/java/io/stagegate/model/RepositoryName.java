package io.stagegate.model;

import java.util.regex.Pattern;

/** A GitHub repository as {@code owner/name}, each of GitHub's own characters. */
public record RepositoryName(String owner, String name) {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  public RepositoryName {
    if (!PART.matcher(owner).matches()
        || !PART.matcher(name).matches()
        || name.equals(".")
        || name.equals("..")) {
      throw new IllegalArgumentException("a repository is named owner/name");
    }
  }

  /**
   * Reads {@code owner/name}.
   *
   * @throws IllegalArgumentException where the text is not of that form
   */
  public static RepositoryName parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("a repository is named owner/name");
    }
    return new RepositoryName(text.substring(0, slash), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return owner + "/" + name;
  }
}
