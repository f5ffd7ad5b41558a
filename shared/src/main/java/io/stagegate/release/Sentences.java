package io.stagegate.release;

import io.stagegate.model.Release;

/** What the events of releases say. */
final class Sentences {
  private Sentences() {}

  /** That a release is asked for, and in what circumstances. */
  static String asked(Release release) {
    var what =
        switch (release.kind()) {
          case PROMOTION ->
              "Asked to promote build %d from %s to %s"
                  .formatted(release.build(), release.source(), release.stage());
          case ROLLBACK ->
              "Asked to roll %s back to build %d".formatted(release.stage(), release.build());
        };
    var follows = release.follows() == null ? "" : ", after release " + release.follows();
    var despite =
        release.despite() == null
            ? ""
            : " Although %s is frozen: %s".formatted(release.stage(), release.despite());
    return what + follows + "." + despite;
  }
}
