package io.stagegate.functions.console;

import io.stagegate.model.ApprovalPolicy;
import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Failure;
import io.stagegate.model.Freeze;
import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Role;
import io.stagegate.model.Service;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.Stage;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Team;
import io.stagegate.model.Tracking;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the API shows: shapes of its own, so that the state's may change. */
final class Views {
  private static final String API = "/api/v1/projects/";

  private Views() {}

  /** A page of a list; {@code cursor} asks for the next and is absent at the end. */
  record PageView<T>(List<T> items, @Nullable String cursor) {}

  record ProjectView(
      ProjectId id,
      String href,
      String repository,
      String defaultBranch,
      List<Service> services,
      List<StageView> stages,
      Instant createdAt) {

    static ProjectView of(Project project, Function<StageName, StageStatus> status) {
      return new ProjectView(
          project.id(),
          Views.href(project.id()),
          project.repository().toString(),
          project.defaultBranch(),
          project.services(),
          project.stages().stream()
              .map(stage -> StageView.of(stage, status.apply(stage.name())))
              .toList(),
          project.createdAt());
    }
  }

  /**
   * A stage and what is on it.
   *
   * @param follows the branch it builds by itself; absent where it follows nothing
   * @param current number of the build that is deployed
   * @param approvals what a release asks of people; absent where nobody is asked
   * @param freezes when it is not to be changed; absent where nobody is asked
   */
  record StageView(
      StageName name,
      Stage.Kind kind,
      @Nullable String follows,
      @Nullable Integer current,
      @Nullable Integer latest,
      @Nullable Instant changedAt,
      @Nullable ApprovalPolicy approvals,
      @Nullable List<FreezeView> freezes) {

    static StageView of(Stage stage, StageStatus status) {
      var follows =
          switch (stage.tracking()) {
            case Tracking.Branch(var name) -> name;
            case Tracking.Nothing() -> null;
          };
      return new StageView(
          stage.name(),
          stage.kind(),
          follows,
          status.current(),
          status.latest(),
          status.changedAt(),
          stage.kind() == Stage.Kind.PRODUCTION ? stage.approvals() : null,
          stage.kind() == Stage.Kind.PRODUCTION
              ? stage.freezes().stream().map(FreezeView::of).toList()
              : null);
    }
  }

  /**
   * A freeze.
   *
   * @param days on which it begins; absent where it is once
   * @param from a time of day, or a date with one where it is once
   */
  record FreezeView(
      @Nullable List<DayOfWeek> days, String from, String until, String zone, String reason) {
    static FreezeView of(Freeze freeze) {
      return switch (freeze) {
        case Freeze.Once(var from, var until, var zone, var reason) ->
            new FreezeView(null, from.toString(), until.toString(), zone.getId(), reason);
        case Freeze.Weekly(var days, var from, var until, var zone, var reason) ->
            new FreezeView(
                days.stream().sorted().toList(),
                from.toString(),
                until.toString(),
                zone.getId(),
                reason);
      };
    }
  }

  /** A project that was just added; the secret is shown this once. */
  record AddedView(ProjectView project, WebhookView webhook) {}

  /** The webhook to make at GitHub. */
  record WebhookView(String url, String secret) {
    @Override
    public String toString() {
      return "WebhookView[url=" + url + ", secret=…]";
    }
  }

  record BuildView(
      ProjectId project,
      int number,
      String href,
      StageName stage,
      Commit commit,
      Build.State state,
      List<ServicePackage> packages,
      @Nullable Failure failure,
      @Nullable Integer promotedBy,
      Instant createdAt,
      Instant updatedAt) {

    static BuildView of(Build build) {
      return new BuildView(
          build.project(),
          build.number(),
          Views.href(build.project()) + "/builds/" + build.number(),
          build.stage(),
          build.commit(),
          build.state(),
          build.packages(),
          build.failure(),
          build.promotedBy(),
          build.createdAt(),
          build.updatedAt());
    }
  }

  /** A project's members. */
  record TeamView(List<MemberView> items) {
    static TeamView of(Team team) {
      return new TeamView(team.members().stream().map(MemberView::of).toList());
    }
  }

  /**
   * A member.
   *
   * @param stages those on which an approver decides; absent for all
   */
  record MemberView(
      Login login,
      List<Role> roles,
      @Nullable List<StageName> stages,
      String addedBy,
      Instant addedAt) {
    static MemberView of(Member member) {
      return new MemberView(
          member.login(),
          member.roles().stream().sorted().toList(),
          member.decides().isEmpty() ? null : List.copyOf(member.decides()),
          member.addedBy(),
          member.addedAt());
    }
  }

  static String href(ProjectId id) {
    return API + id;
  }
}
