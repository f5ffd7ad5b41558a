package io.stagegate.release;

import io.stagegate.model.Build;
import io.stagegate.model.Release;
import io.stagegate.model.StageStatus;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.util.Optional;

/**
 * How far a dev stage has moved on since the build that a promotion brings.
 *
 * @param build number of the build it has now
 * @param builds how many builds came to be, that one among them
 * @param commits how many commits were pushed with them
 */
public record Ahead(int build, int builds, int commits) {
  /** How far back builds are counted. */
  private static final int MOST_BUILDS = 100;

  /** Reads it; empty for a rollback, a release that is over, and where the stage has not moved. */
  public static Optional<Ahead> of(Store store, Release release) {
    var source = release.source();
    if (source == null || release.phase().ended()) {
      return Optional.empty();
    }
    var now = store.read(Keys.stage(release.project(), source)).orElse(StageStatus.EMPTY).current();
    if (now == null || now <= release.build()) {
      return Optional.empty();
    }
    var since =
        store.list(Keys.builds(release.project()), MOST_BUILDS, null).items().stream()
            .filter(build -> build.stage().equals(source))
            .filter(build -> build.number() > release.build() && build.number() <= now)
            .toList();
    int commits = since.stream().map(Build::commit).mapToInt(commit -> commit.pushed()).sum();
    return Optional.of(new Ahead(now, since.size(), commits));
  }

  /** As people read it: {@code by 2 builds and 5 commits}. */
  public String words() {
    return "by " + counted(builds, "build") + " and " + counted(commits, "commit");
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
