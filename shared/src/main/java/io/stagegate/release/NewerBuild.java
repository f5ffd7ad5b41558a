package io.stagegate.release;

import io.stagegate.model.Build;
import io.stagegate.model.Project;
import io.stagegate.store.Transaction;
import java.time.Instant;

/** What a newer build on a dev stage means for a promotion from it that people are asked about. */
public final class NewerBuild {
  private NewerBuild() {}

  /** Nothing, but where the project asks that it ends the question about the older. */
  public static void deployed(Transaction state, Project project, Build build, Instant now) {
    var production = project.production();
    if (!production.approvals().newBuildSupersedes()) {
      return;
    }
    OpenQuestion.of(state, project.id(), production.name())
        .filter(open -> build.stage().equals(open.release().source()))
        .filter(open -> open.release().build() < build.number())
        .ifPresent(
            open ->
                open.supersede(
                    state,
                    build.stage() + " has the newer build " + build.number() + " now.",
                    now));
  }
}
