package io.stagegate.release;

import io.stagegate.model.Build;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.Stage;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a change does: which build's packages go to which stage.
 *
 * @param change the build or release
 */
public record Plan(Change change, Project project, Stage stage, Build build) {

  /**
   * Reads a plan.
   *
   * @throws IllegalStateException where a part of it is not there: the workflow's input is wrong
   */
  public static Plan of(Store store, Change change) {
    return of(store::read, change);
  }

  /** Reads a plan by a reader of records: the store's, or a transaction's. */
  public static Plan of(Reader reader, Change change) {
    var id = change.project();
    StageName stage;
    Build build;
    if (change.build() != null) {
      build = required(reader, Keys.build(id, change.build()));
      stage = build.stage();
    } else {
      var release = release(reader, change);
      build = required(reader, Keys.build(id, release.build()));
      stage = release.stage();
    }
    var project = required(reader, Keys.project(id));
    return new Plan(
        change, project, project.stage(stage).orElseThrow(gone("stage " + stage)), build);
  }

  /** Reads a change's release. */
  public static Release release(Reader reader, Change change) {
    if (change.release() == null) {
      throw new IllegalStateException(change.id() + " is no release");
    }
    return required(reader, Keys.release(change.project(), change.release()));
  }

  /** The packages to deploy, in order. */
  public List<ServicePackage> packages() {
    return build.packagesFor(stage.name());
  }

  /** The package of one service. */
  public ServicePackage packageOf(String service) {
    return build
        .packageFor(service, stage.name())
        .orElseThrow(gone("package of " + service + " for " + stage.name()));
  }

  public String stackName(String service) {
    return Target.stackName(project.id(), stage.name(), service);
  }

  /** Reads a record. */
  public interface Reader {
    <T> Optional<T> read(Key<T> key);
  }

  private static <T> T required(Reader reader, Key<T> key) {
    return reader.read(key).orElseThrow(gone(key.partition() + " " + key.sort()));
  }

  private static Supplier<IllegalStateException> gone(String what) {
    return () -> new IllegalStateException("not there: " + what);
  }
}
