package io.stagegate.functions.build;

import io.stagegate.cloud.Objects;
import io.stagegate.functions.build.Packaging.ServiceStack;
import io.stagegate.functions.build.packaging.Packager;
import io.stagegate.model.Build;
import io.stagegate.model.Event;
import io.stagegate.model.Failure;
import io.stagegate.model.PackageObject;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import io.stagegate.source.Source;
import io.stagegate.source.Tarball;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.wiring.Packages;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fetches the source of a build's commit and packages its services, for its stage and for
 * production.
 *
 * <p>It can be repeated: a build that is packaged, or has failed, gives the answer it gave. Its
 * packages never change once they are written.
 */
public final class PackageBuild {
  private final Store store;
  private final Source source;
  private final Objects packages;
  private final Clock clock;

  /** What a transaction found the build to be. */
  private sealed interface Begun {
    record Go(Project project, Build build) implements Begun {}

    record Ended(Packaging answer) implements Begun {}
  }

  @Inject
  public PackageBuild(Store store, Source source, @Packages Objects packages, Clock clock) {
    this.store = store;
    this.source = source;
    this.packages = packages;
    this.clock = clock;
  }

  /**
   * Packages a build.
   *
   * @throws io.stagegate.cloud.TransientException where GitHub or S3 failed in a way that may pass
   * @throws IllegalArgumentException where there is no such build
   */
  public Packaging run(ProjectId id, int number) {
    return switch (begin(id, number)) {
      case Begun.Ended(var answer) -> answer;
      case Begun.Go(var project, var build) -> end(id, number, made(project, build));
    };
  }

  private Begun begin(ProjectId id, int number) {
    return store.transact(
        transaction -> {
          var build = transaction.get(Keys.build(id, number)).orElseThrow(() -> none(id, number));
          if (isAnswered(build)) {
            return new Begun.Ended(answer(build));
          }
          var now = clock.instant();
          var begun = build.packaging(now);
          transaction.put(Keys.build(id, number), begun);
          if (build.state() == Build.State.QUEUED) {
            transaction.note(
                Event.of(
                    begun,
                    now,
                    "packaging",
                    Event.STAGEGATE,
                    "Build " + number + " is being packaged."));
          }
          var project = transaction.get(Keys.project(id));
          return project.isPresent()
              ? new Begun.Go(project.get(), begun)
              : new Begun.Ended(failed(new Failure("The project was removed.", null)));
        });
  }

  private Packager.Result made(Project project, Build build) {
    var sha = build.commit().sha();
    try (var workspace = Workspace.create()) {
      var refused =
          switch (source.tarball(project.repository(), sha, workspace.archive())) {
            case Source.Answer.Found<Long>(var size) -> unpacked(workspace, sha);
            case Source.Answer.NotFound<Long>() ->
                "GitHub has no commit "
                    + sha
                    + " in "
                    + project.repository()
                    + ", or does not let us read it.";
            case Source.Answer.Refused<Long>(var reason) -> reason;
            case Source.Answer.TooLarge<Long>(var limit) ->
                "The repository's archive has more than " + limit / 1_000_000 + " MB.";
          };
      if (!refused.isEmpty()) {
        return new Packager.Result.Failed(new Failure(refused, project.repository().toString()));
      }
      return new Packager(packages, workspace.tree(), workspace.scratch())
          .pack(project.services(), List.of(build.stage(), StageName.PRODUCTION));
    }
  }

  /** Unpacks the archive; gives why not, or nothing. */
  private static String unpacked(Workspace workspace, String sha) {
    try {
      return switch (new Tarball().unpack(workspace.archive(), sha, workspace.tree())) {
        case Tarball.Result.Unpacked unpacked -> {
          Files.delete(workspace.archive());
          yield "";
        }
        case Tarball.Result.Refused(var reason) -> reason;
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Packaging end(ProjectId id, int number, Packager.Result result) {
    return store.transact(
        transaction -> {
          var build = transaction.get(Keys.build(id, number)).orElseThrow(() -> none(id, number));
          if (isAnswered(build)) {
            return answer(build);
          }
          var now = clock.instant();
          var ended =
              switch (result) {
                case Packager.Result.Packaged(var made) -> build.packaged(made, now);
                case Packager.Result.Failed(var failure) -> build.failed(failure, now);
              };
          var event =
              switch (result) {
                case Packager.Result.Packaged(var made) ->
                    Event.of(ended, now, "packaged", Event.STAGEGATE, summary(number, made));
                case Packager.Result.Failed(var failure) ->
                    Event.of(ended, now, "failed", Event.STAGEGATE, failure.what());
              };
          transaction.put(Keys.build(id, number), ended);
          transaction.note(event);
          return answer(ended);
        });
  }

  private static String summary(int number, List<ServicePackage> made) {
    var objects =
        made.stream()
            .flatMap(each -> Stream.concat(Stream.of(each.template()), each.objects().stream()))
            .distinct()
            .toList();
    return "Build %d is packaged: %d objects, %d kB."
        .formatted(
            number,
            objects.size(),
            objects.stream().mapToLong(PackageObject::size).sum() / 1_000 + 1);
  }

  private static boolean isAnswered(Build build) {
    return !build.packages().isEmpty() || build.state() == Build.State.FAILED;
  }

  private static Packaging answer(Build build) {
    if (build.state() == Build.State.FAILED) {
      var failure = build.failure();
      return failed(failure == null ? new Failure("The build has failed.", null) : failure);
    }
    return new Packaging.Packaged(
        build.stage(),
        build.packagesFor(build.stage()).stream()
            .map(made -> new ServiceStack(made.service(), stack(build, made)))
            .toList());
  }

  private static String stack(Build build, ServicePackage made) {
    return Target.stackName(build.project(), build.stage(), made.service());
  }

  private static Packaging failed(Failure failure) {
    return new Packaging.Failed(failure.what(), failure.where());
  }

  private static IllegalArgumentException none(ProjectId id, int number) {
    return new IllegalArgumentException("there is no build " + number + " of " + id);
  }
}
