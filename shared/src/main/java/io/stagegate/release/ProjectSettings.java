package io.stagegate.release;

import io.stagegate.model.Access;
import io.stagegate.model.Event;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.time.Clock;
import java.util.Optional;

/** An admin changes what is set for a project: asked, written and remembered in one transaction. */
public final class ProjectSettings {
  private final Store store;
  private final Clock clock;

  public ProjectSettings(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param <T> what was set
   */
  public sealed interface Outcome<T> {
    record Changed<T>(T now) implements Outcome<T> {}

    /** Not done, with the reason as a sentence. */
    record Refused<T>(String reason) implements Outcome<T> {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed<T>(String reason) implements Outcome<T> {}

    /** There is no such project, or not for them. */
    record Unknown<T>() implements Outcome<T> {}
  }

  /** Writes a setting; gives why not, as a sentence, or nothing. */
  @FunctionalInterface
  public interface Writing {
    Optional<String> write(Transaction state, Project project);
  }

  /**
   * How a change is told.
   *
   * @param type of the event
   * @param subject what was set: {@code project}, {@code stage/production}
   * @param text a sentence
   */
  public record Told(String type, String subject, String text) {}

  /**
   * Sets something.
   *
   * @param wanted what it is then
   */
  public <T> Outcome<T> set(ProjectId id, Person by, T wanted, Told told, Writing writing) {
    return store.transact(
        state -> {
          var project = state.get(Keys.project(id));
          if (project.isEmpty()) {
            return new Outcome.Unknown<T>();
          }
          return switch (Access.to(Permission.ADMINISTER, state.get(Keys.team(id)), by)) {
            case Access.Foreign() -> new Outcome.Unknown<T>();
            case Access.Lacking(var reason) -> new Outcome.NotAllowed<T>(reason);
            case Access.Allowed() -> {
              var refused = writing.write(state, project.get());
              if (refused.isPresent()) {
                yield new Outcome.Refused<T>(refused.get());
              }
              note(state, id, by, told);
              yield new Outcome.Changed<>(wanted);
            }
          };
        });
  }

  /** Writes a project anew, where a change of its stages allows it. */
  static Optional<String> write(Transaction state, Project.StageChange change) {
    return switch (change) {
      case Project.StageChange.Refused(var reason) -> Optional.of(reason);
      case Project.StageChange.Changed(var after) -> write(state, after);
    };
  }

  /** Writes a project anew. */
  static Optional<String> write(Transaction state, Project after) {
    state.get(Keys.projectInList(after.id()));
    state.put(Keys.project(after.id()), after);
    state.put(Keys.projectInList(after.id()), after);
    return Optional.empty();
  }

  private void note(Transaction state, ProjectId id, Person by, Told told) {
    state.note(
        new Event(id, clock.instant(), told.type(), told.subject(), by.toString(), told.text()),
        by.from(),
        null);
  }
}
