package io.stagegate.functions.changeset;

import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagegate.cloud.MemoryObjects;
import io.stagegate.cloud.MemoryStacks;
import io.stagegate.http.Ticking;
import io.stagegate.model.Event;
import io.stagegate.model.PackageObject;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Service;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import io.stagegate.release.Change;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Release 1: build 2, with the services api and jobs, is asked to be promoted to production, where
 * build 1 is.
 */
final class Scene {
  static final String API = "shop-production-api";
  static final String JOBS = "shop-production-jobs";
  static final Change RELEASE = Change.ofRelease(SHOP, 1);
  static final String ROLE = "arn:aws:iam::111122223333:role/production";

  /** What production has for its templates; only api's knows Size. */
  static final Map<String, String> PARAMETERS = Map.of("Size", "large", "Colour", "green");

  final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  final MemoryStore store = new MemoryStore(clock);
  final MemoryStacks stacks = new MemoryStacks();
  final MemoryObjects packages = new MemoryObjects();
  final MemoryObjects reviews = new MemoryObjects();
  final Templates templates = new Templates(packages, stacks);
  final ServicePackage api =
      made(
          "api",
          """
          Parameters:
            Size: {Type: String, Default: small}
          Resources:
            Orders: {Type: AWS::SQS::Queue}
          """);
  final ServicePackage jobs = made("jobs", "Resources:\n  Done: {Type: AWS::SNS::Topic}\n");

  Scene() {
    Samples.withTwoBuilds(store);
    Samples.promoted(store, 1, 9);
    store.transact(
        tx -> {
          var build = Keys.build(SHOP, 2);
          tx.get(Keys.project(SHOP));
          tx.put(Keys.project(SHOP), project());
          var before = tx.get(build).orElseThrow();
          tx.put(build, before.packaged(List.of(api, jobs), NOW).deployed(NOW));
          return true;
        });
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
  }

  private static Project project() {
    return Project.create(
        SHOP,
        new RepositoryName("acme", "shop"),
        "main",
        List.of(new Service("api", "template.yaml"), new Service("jobs", "jobs/template.yaml")),
        new Target("arn:aws:iam::111122223333:role/dev", Map.of()),
        new Target(ROLE, PARAMETERS),
        NOW);
  }

  private ServicePackage made(String service, String template) {
    return new ServicePackage(
        service,
        StageName.PRODUCTION,
        packages.put(bytes(template), ".yaml", "text/yaml"),
        List.of(packages.put(bytes("code of " + service), ".zip", "application/zip")),
        List.of("CAPABILITY_IAM"));
  }

  /** The release's change set of api, which adds a queue, and that of jobs, which is empty. */
  List<ServiceChangeSet> changeSets() {
    var change = JsonNodeFactory.instance.objectNode();
    change.put("Action", "Add").put("LogicalResourceId", "Orders");
    change.put("ResourceType", "AWS::SQS::Queue");
    return List.of(set("api", API, false, change), set("jobs", JOBS, true));
  }

  private ServiceChangeSet set(String service, String stack, boolean empty, JsonNode... changes) {
    var id = stacks.made(stack, RELEASE.id(), changes);
    return new ServiceChangeSet(service, MemoryStacks.stackId(stack), id, empty);
  }

  ReviewDesk desk(MemoryObjects stored) {
    return new ReviewDesk(
        store,
        new ReviewMaker(stacks, templates),
        new Preflight(store, stacks, stored, clock),
        reviews,
        clock);
  }

  /** The stored objects but one. */
  MemoryObjects without(PackageObject missing) {
    var others = new MemoryObjects();
    packages
        .all()
        .forEach(
            (key, bytes) -> {
              if (!key.equals(missing.key())) {
                others.put(bytes, key.substring(key.indexOf('.')), "");
              }
            });
    return others;
  }

  Release release() {
    return store.read(Keys.release(SHOP, 1)).orElseThrow();
  }

  List<String> eventTypes() {
    return store.list(Keys.events(SHOP), 1000, null).items().stream()
        .map(Event::type)
        .toList()
        .reversed();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
