package io.stagegate.functions.build;

import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Service;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A project for tests. */
final class Fixtures {
  static final ProjectId SHOP = new ProjectId("shop");
  static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final String SHA = "a".repeat(40);
  static final Target TARGET = new Target("arn:aws:iam::111111111111:role/deploy", Map.of());

  private Fixtures() {}

  /** A shop with two services, dev on main. */
  static Project shop() {
    return Project.create(
        SHOP,
        new RepositoryName("acme", "shop"),
        "main",
        List.of(
            new Service("orders", "orders/template.yaml"), new Service("web", "web/template.yaml")),
        TARGET,
        TARGET,
        NOW);
  }

  /** The shop with more dev stages on main. */
  static Project withStages(int more) {
    var project = shop();
    for (int i = 0; i < more; i++) {
      project =
          switch (project.withDevStage(new StageName("dev-" + i), "main", TARGET)) {
            case Project.StageChange.Changed(var changed) -> changed;
            case Project.StageChange.Refused(var reason) -> throw new AssertionError(reason);
          };
    }
    return project;
  }

  static void save(Store store, Project project) {
    store.transact(
        transaction -> {
          transaction.get(Keys.project(project.id()));
          transaction.put(Keys.project(project.id()), project);
          return project;
        });
  }
}
