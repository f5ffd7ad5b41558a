package io.stagegate.release;

import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.Release.Kind;
import io.stagegate.model.StageName;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param from the stage whose current build it is; null for a rollback
 * @param build number of the build to bring to production
 * @param instead number of the release whose place it takes; null where of none
 * @param despite why it is asked for although production is frozen; empty where that is not said
 * @param by who asks
 */
public record Wish(
    ProjectId project,
    Kind kind,
    @Nullable StageName from,
    int build,
    @Nullable Integer instead,
    String despite,
    Person by) {

  /** The promotion of a stage's current build. */
  public static Wish promotion(ProjectId project, StageName from, int build, Person by) {
    return new Wish(project, Kind.PROMOTION, from, build, null, "", by);
  }

  /** The way back to a build that production had before. */
  public static Wish rollback(ProjectId project, int build, Person by) {
    return new Wish(project, Kind.ROLLBACK, null, build, null, "", by);
  }

  /** The same that a release was to do. */
  static Wish again(Release release, String despite, Person by) {
    return new Wish(
        release.project(), release.kind(), release.source(), release.build(), null, despite, by);
  }

  /** The same, in another release's place, and in spite of a freeze. */
  public Wish with(@Nullable Integer otherInstead, String otherDespite) {
    return new Wish(project, kind, from, build, otherInstead, otherDespite, by);
  }
}
