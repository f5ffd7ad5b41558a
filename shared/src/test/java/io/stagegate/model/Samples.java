package io.stagegate.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records to test with. */
public final class Samples {
  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  public static final ProjectId ORDERS = new ProjectId("orders");
  public static final Target TARGET = new Target("arn:aws:iam::111111111111:role/deploy", Map.of());

  private Samples() {}

  public static Project project() {
    return Project.create(
        ORDERS,
        RepositoryName.parse("acme/orders"),
        "main",
        List.of(new Service("orders", "template.yaml")),
        TARGET,
        TARGET,
        NOW);
  }

  public static Commit commit(String digit) {
    return new Commit(digit.repeat(40), "main", "Take orders", "Ada", Set.of("ada"));
  }

  public static Build build(int number) {
    return Build.queued(ORDERS, number, StageName.DEV, commit("a"), NOW);
  }

  public static ServicePackage servicePackage(StageName stage) {
    return new ServicePackage(
        "orders",
        stage,
        new PackageObject("sha256/" + "b".repeat(64) + ".json", "b".repeat(64), 10),
        List.of(new PackageObject("sha256/" + "c".repeat(64) + ".zip", "c".repeat(64), 20)),
        List.of("CAPABILITY_IAM"));
  }

  public static Release release(int number, Release.Kind kind) {
    return Release.requested(
        ORDERS,
        number,
        kind,
        StageName.PRODUCTION,
        kind == Release.Kind.PROMOTION ? StageName.DEV : null,
        1,
        null,
        "ada",
        NOW);
  }
}
