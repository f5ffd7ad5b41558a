package io.stagegate.functions.build.packaging;

import io.stagegate.cloud.Objects;
import io.stagegate.model.Failure;
import io.stagegate.model.PackageObject;
import io.stagegate.model.Service;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StageName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the packages of one build from its source tree. Objects are stored as they are made; a
 * failure leaves those that were, which nothing refers to.
 */
public final class Packager {
  private final SourceTree tree;
  private final Artifacts artifacts;

  /** What packaging gave. */
  public sealed interface Result {
    /** One package for each service and stage, services in their own order. */
    record Packaged(List<ServicePackage> packages) implements Result {
      public Packaged {
        packages = List.copyOf(packages);
      }
    }

    /** The first that failed. */
    record Failed(Failure failure) implements Result {}
  }

  /**
   * @param objects where packages are kept
   * @param root the unpacked source
   * @param scratch a folder for files while they are made
   */
  public Packager(Objects objects, Path root, Path scratch) {
    this.tree = new SourceTree(root);
    this.artifacts = new Artifacts(objects, tree, scratch);
  }

  /** Packages services for stages. */
  public Result pack(List<Service> services, List<StageName> stages) {
    var packages = new ArrayList<ServicePackage>();
    try {
      for (var service : services) {
        packages.addAll(pack(service, stages));
      }
    } catch (PackagingException e) {
      return new Result.Failed(e.failure());
    }
    return new Result.Packaged(packages);
  }

  /** Nothing in a package depends on its stage so far, so what is stored is stored once. */
  private List<ServicePackage> pack(Service service, List<StageName> stages) {
    var file =
        tree.resolve(tree.root(), service.template(), service.template())
            .filter(Files::isRegularFile)
            .orElseThrow(
                () ->
                    new PackagingException(
                        "The template of service %s is not in the repository at this commit."
                            .formatted(service.name()),
                        service.template()));
    var templates = new PackagedTemplates(tree, artifacts);
    var template = templates.store(file);
    var objects =
        templates.objects().stream().sorted(Comparator.comparing(PackageObject::key)).toList();
    var capabilities = templates.capabilities().all();
    return stages.stream()
        .distinct()
        .map(stage -> new ServicePackage(service.name(), stage, template, objects, capabilities))
        .toList();
  }
}
