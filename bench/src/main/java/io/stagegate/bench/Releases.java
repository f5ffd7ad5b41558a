package io.stagegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.demo.Api;
import io.stagegate.local.demo.StoryRepository;
import io.stagegate.local.github.Deliveries;
import io.stagegate.local.github.GitRepository;
import io.stagegate.local.support.Waiting;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.model.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Pushes and promotions of one project, each measured from its one HTTP call to its end. */
final class Releases {
  private static final Duration EVERY = Duration.ofMillis(50);

  private final LocalSystem system;
  private final StoryRepository repository;
  private final Deliveries deliveries;
  private final GitRepository git;
  private final Api api;
  private final JsonNode added;
  private int number;

  Releases(LocalSystem system, StoryRepository repository, HttpClient client) throws Exception {
    this.system = system;
    this.repository = repository;
    this.deliveries = new Deliveries(system.github(), client);
    this.git = system.github().serve(repository.fullName(), repository.folder());
    this.api = new Api(client, system.state().api(), system.state().token());
    this.added = api.posted("/projects", Map.of("repository", repository.fullName()));
    // What is measured is one decision, whatever a version of the example brings or removes.
    api.put(
        project() + "/stages/production/approvals",
        Map.of(
            "approvals",
            1,
            "graveApprovals",
            1,
            "requesterDecides",
            true,
            "authorsDecide",
            true,
            "adminOverrides",
            false,
            "decideWithin",
            "P7D"));
  }

  /**
   * From the push's delivery until dev's stack is updated and the build DEPLOYED.
   *
   * @param watch sees the stack's end; empty for its creation, which isn't measured
   */
  Duration push(String commit, Optional<Calls> watch) throws Exception {
    number++;
    String stack = stack(StageName.DEV);
    String before = watch.isPresent() ? watch.get().state(stack) : "";
    var delivery =
        deliveries.push(
            repository.fullName(), git, repository.branch(), Deliveries.NOTHING, commit, "ada");
    URI webhook = URI.create(added.at("/webhook/url").asText());
    long begun = System.nanoTime();
    deliveries.send(webhook, added.at("/webhook/secret").asText(), delivery);
    watch.ifPresent(calls -> calls.awaitUpdate(stack, before));
    reached("/builds/" + number, "state", "DEPLOYED");
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /**
   * Asks for the newest build's promotion; from the decision until production's stack is updated.
   */
  Duration promote(Optional<Calls> watch) throws Exception {
    api.posted(project() + "/promotions", Map.of("stage", "dev", "build", number));
    String path = "/releases/" + number;
    JsonNode release = reached(path, "phase", "WAITING_FOR_APPROVAL");
    String digest = release.at("/review/digest").asText();
    String stack = stack(StageName.PRODUCTION);
    String before = watch.isPresent() ? watch.get().state(stack) : "";
    long begun = System.nanoTime();
    api.posted(
        project() + path + "/decision",
        Map.of("decision", "approve", "digest", digest, "comment", "Measured."));
    watch.ifPresent(calls -> calls.awaitUpdate(stack, before));
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    reached(path, "phase", "SUCCEEDED");
    return took;
  }

  private JsonNode reached(String path, String member, String wanted) {
    return Waiting.until(
        path + " to be " + wanted,
        Calls.LIMIT,
        EVERY,
        () -> {
          // Not there yet while the queue holds the push.
          JsonNode now = api.get(project() + path).body();
          if (now.path(member).asText().equals("FAILED")) {
            throw new IllegalStateException(path + " failed: " + now.path("failure"));
          }
          return Optional.of(now).filter(is -> is.path(member).asText().equals(wanted));
        });
  }

  private String project() {
    return "/projects/" + id();
  }

  private String id() {
    return added.at("/project/id").asText();
  }

  private String stack(StageName stage) {
    String service = added.at("/project/services/0/name").asText();
    return Target.stackName(new ProjectId(id()), stage, service);
  }
}
