package io.stagegate.release;

import io.stagegate.model.Freeze;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.release.ProjectSettings.Told;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.List;

/** An admin says when a stage is not to be changed. It holds from the next request on. */
public final class SetFreezes {
  private final ProjectSettings settings;

  public SetFreezes(Store store, Clock clock) {
    this.settings = new ProjectSettings(store, clock);
  }

  public ProjectSettings.Outcome<List<Freeze>> set(
      ProjectId id, StageName stage, List<Freeze> freezes, Person by) {
    return settings.set(
        id,
        by,
        freezes,
        new Told("stage.freezes", "stage/" + stage, text(stage, freezes)),
        (state, project) -> ProjectSettings.write(state, project.withFreezes(stage, freezes)));
  }

  private static String text(StageName stage, List<Freeze> freezes) {
    return freezes.isEmpty()
        ? "%s has no freezes any more.".formatted(stage)
        : "%s has %d freezes now: %s."
            .formatted(
                stage,
                freezes.size(),
                String.join(", ", freezes.stream().map(Freeze::reason).toList()));
  }
}
