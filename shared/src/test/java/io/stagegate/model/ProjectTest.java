package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.ORDERS;
import static io.stagegate.model.Samples.TARGET;
import static io.stagegate.model.Samples.project;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Project.StageChange;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectTest {
  private static final Service SERVICE = new Service("orders", "template.yaml");

  @Test
  void aNewProjectHasDevOnTheDefaultBranchAndProductionThatFollowsNothing() {
    assertThat(project().stages())
        .extracting(Stage::name, Stage::kind, Stage::tracking)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                StageName.DEV, Stage.Kind.DEV, new Tracking.Branch("main")),
            org.assertj.core.groups.Tuple.tuple(
                StageName.PRODUCTION, Stage.Kind.PRODUCTION, Tracking.NOTHING));
  }

  @Test
  void thereIsExactlyOneProduction() {
    var dev = Stage.dev(StageName.DEV, "main", TARGET);
    var production = Stage.production(TARGET);

    assertThatThrownBy(() -> with(List.of(dev))).hasMessageContaining("exactly one production");
    assertThatThrownBy(() -> with(List.of(dev, production, production)))
        .hasMessageContaining("two stages are named production");
    assertThat(with(List.of(dev, production)).production()).isEqualTo(production);
  }

  @Test
  void productionFollowsNothingAndOnlyProductionIsNamedSo() {
    assertThatThrownBy(
            () ->
                new Stage(
                    StageName.PRODUCTION,
                    Stage.Kind.PRODUCTION,
                    new Tracking.Branch("main"),
                    TARGET,
                    ApprovalPolicy.DEFAULT))
        .hasMessage("production follows no branch");
    assertThatThrownBy(() -> Stage.dev(StageName.PRODUCTION, "main", TARGET))
        .hasMessageContaining("only production, is named production");
    assertThatThrownBy(
            () ->
                new Stage(
                    new StageName("other"),
                    Stage.Kind.PRODUCTION,
                    Tracking.NOTHING,
                    TARGET,
                    ApprovalPolicy.DEFAULT))
        .hasMessageContaining("only production, is named production");
  }

  @ParameterizedTest
  @CsvSource({
    "dev,REMOVED",
    "production,Production can't be removed.",
    "x,There is no stage named x."
  })
  void removingAStage(String name, String expected) {
    switch (project().withoutStage(new StageName(name))) {
      case StageChange.Changed(var after) -> {
        assertThat(expected).isEqualTo("REMOVED");
        assertThat(after.stages()).extracting(Stage::name).containsExactly(StageName.PRODUCTION);
      }
      case StageChange.Refused(var reason) -> assertThat(reason).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "feature,ADDED",
    "dev,There is a stage named dev already.",
    "production,There is a stage named production already."
  })
  void addingADevStage(String name, String expected) {
    switch (project().withDevStage(new StageName(name), "feature/x", TARGET)) {
      case StageChange.Changed(var after) -> {
        assertThat(expected).isEqualTo("ADDED");
        assertThat(after.stages().getLast().name()).isEqualTo(StageName.PRODUCTION);
        assertThat(after.stage(new StageName(name)).orElseThrow().follows("feature/x")).isTrue();
      }
      case StageChange.Refused(var reason) -> assertThat(reason).isEqualTo(expected);
    }
  }

  @Test
  void peopleHaveAWeekToDecideOrWhatTheProjectSays() {
    var day = Duration.ofDays(1);
    var other = project().withDecideWithin(day);

    assertThat(project().production().approvals().decideWithin()).isEqualTo(Duration.ofDays(7));
    assertThat(other.production().approvals().decideWithin()).isEqualTo(day);
    assertThat(other.stage(StageName.DEV)).isEqualTo(project().stage(StageName.DEV));
  }

  @Test
  void aProjectHasAtMostFiftyStages() {
    var full = project();
    for (int i = 2; i < Project.MOST_STAGES; i++) {
      full =
          ((StageChange.Changed) full.withDevStage(new StageName("dev-" + i), "b" + i, TARGET))
              .project();
    }
    assertThat(full.withDevStage(new StageName("more"), "more", TARGET))
        .isEqualTo(new StageChange.Refused("A project has at most 50 stages."));
    var tooMany =
        IntStream.range(0, 51)
            .mapToObj(i -> Stage.dev(new StageName("s" + i), "b", TARGET))
            .toList();
    assertThatThrownBy(() -> with(tooMany)).hasMessageContaining("at most 50 stages");
  }

  @Test
  void servicesAreOneToFiftyWithNamesOfTheirOwn() {
    assertThatThrownBy(() -> withServices(List.of())).hasMessageContaining("1 to 50 services");
    assertThatThrownBy(() -> withServices(Collections.nCopies(51, SERVICE)))
        .hasMessageContaining("1 to 50 services");
    assertThatThrownBy(() -> withServices(List.of(SERVICE, SERVICE)))
        .hasMessageContaining("two services are named orders");
    assertThat(project().service("orders")).contains(SERVICE);
    assertThat(project().service("other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../template.yaml", "a/../b.yaml", "a\\b.yaml", ""})
  void aTemplateLiesInsideTheRepository(String path) {
    assertThatThrownBy(() -> new Service("orders", path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Orders", "-orders", "orders-", "a b"})
  void namesAreLowerCaseWithHyphens(String name) {
    assertThatThrownBy(() -> new Service(name, "t")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StageName(name)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProjectId(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "acme/Orders.Service,orders-service",
    "acme/123-go,go",
    "acme/1,project-1",
    "acme/x,project-x",
    "acme/a_very_long_repository_name_that_goes_on_and_on_x,a-very-long-repository-name-that-goes-on"
  })
  void aProjectsIdIsProposedFromItsRepository(String repository, String id) {
    assertThat(ProjectId.proposedFor(RepositoryName.parse(repository))).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"acme", "acme/", "/x", "a/b/c", "a/..", "a/.", "a b/c"})
  void aRepositoryIsOwnerAndName(String text) {
    assertThatThrownBy(() -> RepositoryName.parse(text)).hasMessageContaining("owner/name");
  }

  @Test
  void aStackIsNamedAfterProjectStageAndService() {
    assertThat(Target.stackName(ORDERS, StageName.DEV, "api")).isEqualTo("orders-dev-api");
    assertThat(RepositoryName.parse("acme/orders")).hasToString("acme/orders");
  }

  private static Project with(List<Stage> stages) {
    return new Project(
        ORDERS, RepositoryName.parse("acme/orders"), "main", List.of(SERVICE), stages, NOW, null);
  }

  private static Project withServices(List<Service> services) {
    return new Project(
        ORDERS,
        RepositoryName.parse("acme/orders"),
        "main",
        services,
        List.of(Stage.production(TARGET)),
        NOW,
        null);
  }
}
