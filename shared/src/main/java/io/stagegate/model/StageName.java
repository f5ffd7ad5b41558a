package io.stagegate.model;

import java.util.regex.Pattern;

/** A stage's name: lower-case letters, digits and hyphens, 1 to 30 characters. */
public record StageName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z]([a-z0-9-]{0,28}[a-z0-9])?");

  /** The stage that every project starts with. */
  public static final StageName DEV = new StageName("dev");

  /** The one stage that is only promoted to. */
  public static final StageName PRODUCTION = new StageName("production");

  public StageName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a stage's name has 1 to 30 lower-case letters, digits or hyphens and starts with a"
              + " letter");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
