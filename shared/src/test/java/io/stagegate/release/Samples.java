package io.stagegate.release;

import io.stagegate.model.Build;
import io.stagegate.model.Channel;
import io.stagegate.model.Commit;
import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Role;
import io.stagegate.model.Service;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Target;
import io.stagegate.model.Team;
import io.stagegate.store.Counters;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project with builds, for tests. */
public final class Samples {
  public static final ProjectId SHOP = new ProjectId("shop");
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  public static final String DIGEST = "sha256:" + "ab".repeat(32);

  /** Where those of these tests come from. */
  public static final Origin FROM = new Origin(Channel.CONSOLE, "192.0.2.7");

  private Samples() {}

  public static Project project() {
    var target = new Target("arn:aws:iam::111122223333:role/deploy", Map.of());
    return Project.create(
        SHOP,
        new RepositoryName("acme", "shop"),
        "main",
        List.of(new Service("api", "template.yaml")),
        target,
        target,
        NOW);
  }

  /** Ada, who may do all; kim, who may ask; approvers: admin, bob, eve and 95 others. */
  public static Team team() {
    var approvers = IntStream.range(0, 95).mapToObj(i -> "member-" + i);
    return new Team(
        SHOP,
        Stream.concat(
                Stream.of(member("ada", Role.ADMIN, Role.APPROVER), member("kim", Role.PROMOTER)),
                Stream.concat(Stream.of("admin", "bob", "eve"), approvers)
                    .map(login -> member(login, Role.APPROVER)))
            .toList());
  }

  public static Member member(String login, Role... roles) {
    return new Member(SHOP, new Login(login), Set.of(roles), Set.of(), "ada", NOW);
  }

  /** Somebody who does not run this Stagegate. */
  public static Person person(String login) {
    return new Person(new Login(login), false, FROM);
  }

  /** A build that waits to be made. */
  public static Build build(int number) {
    var commit =
        new Commit("%040x".formatted(number), "main", "Change " + number, "Ada", Set.of("ada"));
    return Build.queued(SHOP, number, StageName.DEV, commit, NOW);
  }

  /** The project, with builds 1 and 2 deployed well to dev, in that order. */
  public static void withTwoBuilds(MemoryStore store) {
    store.transact(
        state -> {
          state.put(Keys.project(SHOP), project());
          state.put(Keys.projectInList(SHOP), project());
          state.put(Keys.counters(SHOP), new Counters(2, 0));
          state.put(Keys.team(SHOP), team());
          state.put(Keys.build(SHOP, 1), build(1).deployed(NOW));
          state.put(Keys.build(SHOP, 2), build(2).deployed(NOW));
          state.put(Keys.stage(SHOP, StageName.DEV), new StageStatus(2, 2, NOW));
          return true;
        });
  }

  /** Writes what a finished promotion of a build leaves. */
  public static void promoted(MemoryStore store, int build, int release) {
    store.transact(
        state -> {
          var before = state.get(Keys.build(SHOP, build)).orElseThrow();
          state.put(Keys.build(SHOP, build), before.promoted(release, NOW));
          var stage = Keys.stage(SHOP, StageName.PRODUCTION);
          state.put(stage, state.get(stage).orElse(StageStatus.EMPTY).deployed(build, NOW));
          return true;
        });
  }
}
