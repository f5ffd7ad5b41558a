package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A repository registered with Stagegate.
 *
 * <p>A project can't exist without production, or with two: the constructor refuses it, so no rule
 * elsewhere has to ask.
 *
 * @param linkProof what personal links take; null where nobody chose
 */
public record Project(
    ProjectId id,
    RepositoryName repository,
    String defaultBranch,
    List<Service> services,
    List<Stage> stages,
    Instant createdAt,
    @Nullable LinkProof linkProof) {

  /** The most services and the most stages a project has. */
  public static final int MOST_SERVICES = 50;

  public static final int MOST_STAGES = 50;

  public Project {
    services = List.copyOf(services);
    stages = List.copyOf(stages);
    if (services.isEmpty() || services.size() > MOST_SERVICES) {
      throw new IllegalArgumentException("a project has 1 to " + MOST_SERVICES + " services");
    }
    if (stages.size() > MOST_STAGES) {
      throw new IllegalArgumentException("a project has at most " + MOST_STAGES + " stages");
    }
    var serviceNames = new HashSet<String>();
    for (var service : services) {
      if (!serviceNames.add(service.name())) {
        throw new IllegalArgumentException("two services are named " + service.name());
      }
    }
    var stageNames = new HashSet<StageName>();
    for (var stage : stages) {
      if (!stageNames.add(stage.name())) {
        throw new IllegalArgumentException("two stages are named " + stage.name());
      }
    }
    if (!stageNames.contains(StageName.PRODUCTION)) {
      throw new IllegalArgumentException("a project has exactly one production");
    }
  }

  /** A new project: dev on the default branch, and production. */
  public static Project create(
      ProjectId id,
      RepositoryName repository,
      String defaultBranch,
      List<Service> services,
      Target dev,
      Target production,
      Instant now) {
    return new Project(
        id,
        repository,
        defaultBranch,
        services,
        List.of(Stage.dev(StageName.DEV, defaultBranch, dev), Stage.production(production)),
        now,
        null);
  }

  public Optional<Stage> stage(StageName name) {
    return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
  }

  /** What a personal link takes beside itself: a session, where nobody chose. */
  public LinkProof proofOfLinks() {
    return linkProof == null ? LinkProof.SESSION : linkProof;
  }

  public Project withLinkProof(LinkProof proof) {
    return new Project(id, repository, defaultBranch, services, stages, createdAt, proof);
  }

  public Stage production() {
    return stage(StageName.PRODUCTION).orElseThrow();
  }

  public Optional<Service> service(String name) {
    return services.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** What adding or removing a stage gives. */
  public sealed interface StageChange {
    /** The project as it is then. */
    record Changed(Project project) implements StageChange {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements StageChange {}
  }

  /** Adds a dev stage that follows a branch. */
  public StageChange withDevStage(StageName name, String branch, Target target) {
    if (stage(name).isPresent()) {
      return new StageChange.Refused("There is a stage named " + name + " already.");
    }
    if (name.equals(StageName.PRODUCTION)) {
      return new StageChange.Refused("A project has exactly one production.");
    }
    if (stages.size() == MOST_STAGES) {
      return new StageChange.Refused("A project has at most " + MOST_STAGES + " stages.");
    }
    var more = new ArrayList<>(stages);
    more.add(more.size() - 1, Stage.dev(name, branch, target));
    return new StageChange.Changed(withStages(more));
  }

  /** Removes a dev stage from the project; production can't be removed. */
  public StageChange withoutStage(StageName name) {
    if (name.equals(StageName.PRODUCTION)) {
      return new StageChange.Refused("Production can't be removed.");
    }
    if (stage(name).isEmpty()) {
      return new StageChange.Refused("There is no stage named " + name + ".");
    }
    return new StageChange.Changed(
        withStages(stages.stream().filter(stage -> !stage.name().equals(name)).toList()));
  }

  /** Says what a promoted-to stage asks of people from now on. */
  public StageChange withApprovals(StageName name, ApprovalPolicy policy) {
    return withPromotedTo(name, "Nobody is asked", stage -> stage.withApprovals(policy));
  }

  /** Says when a promoted-to stage is not to be changed. */
  public StageChange withFreezes(StageName name, List<Freeze> freezes) {
    return freezes.size() > Stage.MOST_FREEZES
        ? new StageChange.Refused("A stage has at most " + Stage.MOST_FREEZES + " freezes.")
        : withPromotedTo(name, "No release is asked for", stage -> stage.withFreezes(freezes));
  }

  private StageChange withPromotedTo(StageName name, String nothing, UnaryOperator<Stage> change) {
    var changed = stage(name);
    if (changed.isEmpty()) {
      return new StageChange.Refused("There is no stage named " + name + ".");
    }
    if (changed.get().kind() != Stage.Kind.PRODUCTION) {
      return new StageChange.Refused(nothing + " before " + name + " is changed.");
    }
    return new StageChange.Changed(
        withStages(
            stages.stream()
                .map(each -> each.name().equals(name) ? change.apply(each) : each)
                .toList()));
  }

  /** The same project, where people have this long to decide on a change to production. */
  public Project withDecideWithin(Duration time) {
    return withStages(
        stages.stream()
            .map(
                stage ->
                    switch (stage.kind()) {
                      case PRODUCTION ->
                          stage.withApprovals(stage.approvals().withDecideWithin(time));
                      case DEV -> stage;
                    })
            .toList());
  }

  private Project withStages(List<Stage> changed) {
    return new Project(id, repository, defaultBranch, services, changed, createdAt, linkProof);
  }
}
