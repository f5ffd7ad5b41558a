package io.stagegate.model;

import java.util.regex.Pattern;

/**
 * A project's name in addresses, keys and stack names: lower-case letters, digits and hyphens,
 * starting with a letter, 2 to 40 characters.
 *
 * <p>CloudFormation stack names allow letters, digits and hyphens and begin with a letter; with the
 * stage's and service's names they stay under its 128 characters.
 */
public record ProjectId(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");

  public ProjectId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a project's id has 2 to 40 lower-case letters, digits or hyphens and starts with a"
              + " letter");
    }
  }

  /** The id proposed for a repository: its name, lower-cased, with everything else a hyphen. */
  public static ProjectId proposedFor(RepositoryName repository) {
    var slug =
        repository
            .name()
            .toLowerCase(java.util.Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[^a-z]+|-+$", "");
    var cut = slug.length() > 40 ? slug.substring(0, 40).replaceAll("-+$", "") : slug;
    return new ProjectId(cut.length() < 2 ? "project-" + (cut.isEmpty() ? "1" : cut) : cut);
  }

  @Override
  public String toString() {
    return value;
  }
}
