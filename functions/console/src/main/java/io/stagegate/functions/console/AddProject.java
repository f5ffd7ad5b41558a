package io.stagegate.functions.console;

import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.model.Access;
import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Event;
import io.stagegate.model.Member;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Role;
import io.stagegate.model.Service;
import io.stagegate.model.Target;
import io.stagegate.model.Team;
import io.stagegate.source.ServiceProposal;
import io.stagegate.source.Source;
import io.stagegate.source.Source.Answer;
import io.stagegate.store.Counters;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Registers a repository: its services are proposed from its templates, dev follows its default
 * branch, production follows nothing, and its webhook gets a secret of its own.
 */
final class AddProject {
  private final Store store;
  private final Source source;
  private final WebhookSecrets secrets;
  private final Deployment deployment;
  private final Clock clock;

  /**
   * Where this Stagegate lives.
   *
   * @param publicUrl where it is reached, without a slash at the end
   * @param dev where new projects' dev deploys
   * @param production where their production deploys
   */
  record Deployment(String publicUrl, Target dev, Target production) {}

  /**
   * What is asked for.
   *
   * @param decideWithin how long people have to decide; null for the usual time
   * @param by who asks
   */
  record Wish(RepositoryName repository, ProjectId id, @Nullable Duration decideWithin, Person by) {
    /** Takes {@code repository}, and {@code id} and {@code decideWithin} where they are given. */
    static Wish of(Fields fields, Caller caller) {
      var repository = fields.needed("repository", RepositoryName::parse);
      return new Wish(
          repository,
          fields.optional("id", ProjectId::new).orElseGet(() -> ProjectId.proposedFor(repository)),
          fields.optional("decideWithin", ApprovalPolicy::time).orElse(null),
          caller.person());
    }

    Project project(String branch, List<Service> services, Deployment to, Instant now) {
      var project =
          Project.create(id, repository, branch, services, to.dev(), to.production(), now);
      return decideWithin == null ? project : project.withDecideWithin(decideWithin);
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    /**
     * It is there.
     *
     * @param webhook the address GitHub is to be told
     * @param secret what it signs with, shown this once
     */
    record Added(Project project, String webhook, String secret) implements Outcome {
      @Override
      public String toString() {
        return "Added[" + project.id() + "]";
      }
    }

    /** There is a project of that id. */
    record Exists(ProjectId id) implements Outcome {}

    /** It can't be, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** GitHub shows no such repository. */
    record NoRepository(RepositoryName repository) implements Outcome {}
  }

  AddProject(
      Store store, Source source, WebhookSecrets secrets, Deployment deployment, Clock clock) {
    this.store = store;
    this.source = source;
    this.secrets = secrets;
    this.deployment = deployment;
    this.clock = clock;
  }

  Outcome add(Wish wish) {
    var access = Access.toOperate(wish.by(), "Only who runs this Stagegate adds projects.");
    if (access instanceof Access.Lacking(var reason)) {
      return new Outcome.NotAllowed(reason);
    }
    if (store.read(Keys.project(wish.id())).isPresent()) {
      return new Outcome.Exists(wish.id());
    }
    var repository = wish.repository();
    return switch (source.defaultBranch(repository)) {
      case Answer.NotFound<String> ignored -> new Outcome.NoRepository(repository);
      case Answer.Refused<String>(var reason) -> new Outcome.Refused(reason);
      case Answer.TooLarge<String> ignored -> new Outcome.Refused(tooLarge(repository));
      case Answer.Found<String>(var branch) ->
          switch (source.tree(repository, branch)) {
            case Answer.NotFound<Source.Tree> ignored ->
                new Outcome.Refused("Branch " + branch + " of " + repository + " is empty.");
            case Answer.Refused<Source.Tree>(var reason) -> new Outcome.Refused(reason);
            case Answer.TooLarge<Source.Tree> ignored -> new Outcome.Refused(tooLarge(repository));
            case Answer.Found<Source.Tree>(var tree) ->
                add(wish, branch, ServiceProposal.of(repository, tree.paths()));
          };
    };
  }

  private Outcome add(Wish wish, String branch, List<Service> services) {
    if (services.isEmpty()) {
      return new Outcome.Refused(
          "There is no template in " + wish.repository() + ": Stagegate looks for template.yaml.");
    }
    var id = wish.id();
    var project = wish.project(branch, services, deployment, clock.instant());
    String secret;
    try {
      // First, as there is one secret of a name: of two who add at once, one gets past this line.
      secret = secrets.create(id);
    } catch (IllegalStateException e) {
      return new Outcome.Refused(
          "There is a secret named "
              + secrets.nameOf(id)
              + " already: delete it, or choose another id.");
    }
    return write(project, wish.by())
        ? new Outcome.Added(project, deployment.publicUrl() + "/webhooks/" + id, secret)
        : new Outcome.Exists(id);
  }

  private boolean write(Project project, Person by) {
    var id = project.id();
    return store.transact(
        state -> {
          if (state.get(Keys.project(id)).isPresent()) {
            return false;
          }
          state.put(Keys.project(id), project);
          state.put(Keys.projectInList(id), project);
          state.put(Keys.counters(id), Counters.NONE);
          var first = first(project, by);
          state.put(Keys.team(id), new Team(id, List.of(first)));
          state.put(Keys.membership(by.login(), id), first);
          state.note(
              new Event(
                  id,
                  project.createdAt(),
                  "project.added",
                  "project",
                  by.login().value(),
                  "Added " + project.repository() + "."),
              by.from(),
              null);
          return true;
        });
  }

  /** Who adds a project is its first member, and can do everything there, deciding too. */
  private static Member first(Project project, Person by) {
    var roles = Set.of(Role.ADMIN, Role.APPROVER);
    return new Member(
        project.id(), by.login(), roles, Set.of(), by.login().value(), project.createdAt());
  }

  private static String tooLarge(RepositoryName repository) {
    return "The repository " + repository + " lists too many files.";
  }
}
