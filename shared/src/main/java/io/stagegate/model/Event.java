package io.stagegate.model;

import java.time.Instant;

/**
 * Something that happened in a project, for people to read.
 *
 * @param type dotted, the subject first: {@code build.deployed}, {@code release.approved}
 * @param subject what it is about: {@code build/3}, {@code release/2}, {@code stage/dev}, {@code
 *     project}
 * @param actor who did it: a member, {@code github}, or {@code stagegate} itself
 * @param text one plain sentence
 */
public record Event(
    ProjectId project, Instant at, String type, String subject, String actor, String text) {

  /** Who acts where no person does. */
  public static final String STAGEGATE = "stagegate";

  public static Event of(Build build, Instant at, String type, String actor, String text) {
    return new Event(build.project(), at, "build." + type, "build/" + build.number(), actor, text);
  }

  public static Event of(Release release, Instant at, String type, String actor, String text) {
    return new Event(
        release.project(), at, "release." + type, "release/" + release.number(), actor, text);
  }
}
