package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.demo.Api;
import io.stagegate.local.github.Deliveries;
import io.stagegate.local.github.Deliveries.Delivery;
import io.stagegate.local.github.GitRepository;
import io.stagegate.local.github.SampleRepository;
import io.stagegate.local.support.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/** A project of its own on the shared system, and what GitHub and people do with it. */
final class Road implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration EVERY = Duration.ofMillis(150);
  private static final Set<String> BUILD_ENDS = Set.of("DEPLOYED", "FAILED", "SKIPPED");
  private static final Set<String> RELEASE_ENDS =
      Set.of("SUCCEEDED", "NOTHING_TO_DO", "REJECTED", "EXPIRED", "SUPERSEDED", "FAILED");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String id;
  private final SampleRepository repository;
  private final GitRepository git;
  private final Deliveries deliveries;
  private final Api api;
  private final URI webhook;
  private final String secret;
  private String pushed = Deliveries.NOTHING;

  /** Adds project {@code id} for a new repository whose first commit holds {@code template}. */
  Road(LocalSystem system, String id, Path folder, String template) throws Exception {
    this(system, id, folder, template, Map.of());
  }

  /** The same with more that adding a project takes. */
  Road(LocalSystem system, String id, Path folder, String template, Map<String, String> more)
      throws Exception {
    this.id = id;
    this.repository = new SampleRepository(folder.resolve(id));
    commit("template.yaml", template);
    this.git = system.github().serve(fullName(), repository.folder());
    this.deliveries = new Deliveries(system.github(), client);
    this.api = new Api(client, system.state().api(), system.state().token());
    var asked = new HashMap<>(more);
    asked.put("repository", fullName());
    var added = api.posted("/projects", asked).path("webhook");
    this.webhook = URI.create(added.path("url").asText());
    this.secret = added.path("secret").asText();
  }

  String fullName() {
    return "roads/" + id;
  }

  String service() throws Exception {
    return api.got(path("")).at("/services/0/name").asText();
  }

  GitRepository git() {
    return git;
  }

  Deliveries deliveries() {
    return deliveries;
  }

  URI webhook() {
    return webhook;
  }

  String secret() {
    return secret;
  }

  Api api() {
    return api;
  }

  HttpClient client() {
    return client;
  }

  /** {@code /projects/ID} and what follows. */
  String path(String rest) {
    return "/projects/" + id + rest;
  }

  String commit(String file, String text) throws IOException {
    repository.write(file, text);
    return repository.commit("Write " + file);
  }

  String delete(String file) throws IOException {
    repository.delete(file);
    return repository.commit("Delete " + file);
  }

  /** The delivery of a push of all that was committed since the last. */
  Delivery delivery() {
    var head = git.branch("main").orElseThrow();
    var delivery = deliveries.push(fullName(), git, "main", pushed, head, "ada");
    pushed = head;
    return delivery;
  }

  HttpResponse<String> send(Delivery delivery) throws Exception {
    return deliveries.send(webhook, secret, delivery);
  }

  /** Pushes all that was committed, and waits for the end of the build of that number. */
  JsonNode push(int build) throws Exception {
    assertThat(send(delivery()).statusCode()).isEqualTo(202);
    return built(build);
  }

  /** The same; the build has to be deployed. */
  void deploy(int build) throws Exception {
    var built = push(build);
    assertThat(built.path("state").asText()).as(built.toString()).isEqualTo("DEPLOYED");
  }

  /** The same with another template. */
  void deploy(int build, String template) throws Exception {
    commit("template.yaml", template);
    deploy(build);
  }

  JsonNode built(int number) {
    return until(
        "the end of build " + number,
        () -> {
          var answer = api.get(path("/builds/" + number)).body();
          return Optional.of(answer)
              .filter(build -> BUILD_ENDS.contains(build.path("state").asText()));
        });
  }

  /** Asks to promote dev's build; gives the release's number. */
  int promote(int build) throws Exception {
    return api.posted(path("/promotions"), Map.of("stage", "dev", "build", build))
        .path("number")
        .asInt();
  }

  JsonNode release(int number) throws Exception {
    return api.got(path("/releases/" + number));
  }

  JsonNode review(int release) throws Exception {
    return api.got(path("/releases/" + release + "/review"));
  }

  /** Waits for a release to reach a phase. */
  JsonNode reached(int number, String phase) {
    return until(
        "release " + number + " in " + phase,
        () -> {
          var release = release(number);
          var now = release.path("phase").asText();
          assertThat(now.equals(phase) || !RELEASE_ENDS.contains(now))
              .as("%s instead of %s: %s", now, phase, release)
              .isTrue();
          return Optional.of(release).filter(found -> now.equals(phase));
        });
  }

  Api.Answer decide(int release, String decision, String digest) throws Exception {
    return api.post(
        path("/releases/" + release + "/decision"),
        Map.of("decision", decision, "digest", digest, "comment", "From a test."));
  }

  /** Waits for the question, then decides on what is asked. */
  void decide(int release, String decision) throws Exception {
    var digest = reached(release, "WAITING_FOR_APPROVAL").at("/review/digest").asText();
    assertThat(decide(release, decision, digest).status()).isEqualTo(200);
  }

  /** Promotes a build to its end. */
  void bringToProduction(int build) throws Exception {
    int release = promote(build);
    decide(release, "approve");
    reached(release, "SUCCEEDED");
  }

  JsonNode stage(String name) throws Exception {
    return StreamSupport.stream(api.got(path("")).path("stages").spliterator(), false)
        .filter(stage -> stage.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The events' sentences, the newest first. */
  List<String> events() throws Exception {
    return StreamSupport.stream(api.got(path("/events")).path("items").spliterator(), false)
        .map(event -> event.path("text").asText())
        .toList();
  }

  /** Waits for an event that says this. */
  void told(String sentence) {
    until(
        "an event saying " + sentence,
        () -> {
          var said = events().stream().anyMatch(text -> text.contains(sentence));
          return said ? Optional.of(sentence) : Optional.empty();
        });
  }

  static <T> T until(String what, Callable<Optional<T>> question) {
    return Waiting.until(what, LIMIT, EVERY, question);
  }

  @Override
  public void close() {
    client.close();
  }
}
