package io.stagegate.release;

import io.stagegate.model.ProjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a workflow is about: a build, or a release. Exactly one of the numbers is there.
 *
 * @param build a build's number
 * @param release a release's number
 */
public record Change(ProjectId project, @Nullable Integer build, @Nullable Integer release) {
  public Change {
    if ((build == null) == (release == null)) {
      throw new IllegalArgumentException("a change is a build's or a release's");
    }
  }

  public static Change ofBuild(ProjectId project, int number) {
    return new Change(project, number, null);
  }

  public static Change ofRelease(ProjectId project, int number) {
    return new Change(project, null, number);
  }

  /** The number of the release that goes by such a name; empty where it is a build's, or none. */
  static Optional<Integer> releaseOf(ProjectId project, @Nullable String id) {
    var prefix = project + "-release-";
    return Optional.ofNullable(id)
        .filter(name -> name.startsWith(prefix))
        .map(name -> Integer.valueOf(name.substring(prefix.length())));
  }

  /** The name under which it holds its target's lease, and of its change sets. */
  public String id() {
    return build != null ? project + "-build-" + build : project + "-release-" + release;
  }
}
