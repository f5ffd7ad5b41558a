package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.github.Deliveries;
import io.stagegate.local.github.Deliveries.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong from outside, sent over HTTP, and the answer that each gets. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Road road;
  private Calls calls;

  /** Two pushes, the first of them delivered twice. */
  @BeforeAll
  void begin(LocalSystem system, @TempDir Path folder) throws Exception {
    road = new Road(system, "bad-input", folder, Templates.version(1));
    calls = new Calls(road.client(), system.state());
    var first = road.delivery();
    assertThat(road.send(first).statusCode()).isEqualTo(202);
    assertThat(road.send(first).statusCode()).isEqualTo(202);
    road.built(1);
    road.deploy(2, Templates.version(2));
  }

  @AfterAll
  void end() {
    road.close();
  }

  @Test
  void aDeliveryThatComesTwiceIsOneBuild() throws Exception {
    // Pushes to a branch are taken in order: had the repeat counted, the second push were build 3.
    var builds = road.api().got(road.path("/builds")).path("items");
    assertThat(builds.findValuesAsText("number")).startsWith("2", "1").hasSize(2);
    assertThat(builds.at("/1/commit/sha")).isNotEqualTo(builds.at("/0/commit/sha"));
  }

  @Test
  void whatIsNotSignedByTheProjectsSecretIsRefusedWithoutATrace() throws Exception {
    var delivery = road.deliveries().ping(road.fullName(), road.git());
    var before = road.events();
    var wrong = road.deliveries().send(road.webhook(), "not the secret", delivery);
    var nobody = URI.create(road.webhook().toString().replace("bad-input", "nobody"));
    var unknown = road.deliveries().send(nobody, road.secret(), delivery);
    var missing =
        calls.post(
            road.webhook(), delivery.body(), "X-GitHub-Event", "ping", "X-GitHub-Delivery", "1");

    assertThat(Calls.problem(wrong, 401)).contains("signature");
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(missing.statusCode()).isEqualTo(401);
    assertThat(unknown.body()).isEqualTo(wrong.body());
    assertThat(missing.body()).isEqualTo(wrong.body());
    assertThat(road.events()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no json", "", "[]", "{\"ref\":", "{\"ref\":\"refs/heads/main\"}", "{}{}"})
  void aPushThatIsNoneIsABadRequest(String body) throws Exception {
    assertThat(Calls.problem(road.send(delivery("push", body)), 400)).startsWith("The body is");
  }

  @Test
  void otherEventsAreIgnoredAndAPingIsAnswered() throws Exception {
    var other = road.send(delivery("workflow_run", "{\"action\":\"completed\"}"));
    assertThat(other.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(other.body()).path("ignored").asText()).contains("push events only");
    var ping = road.send(road.deliveries().ping(road.fullName(), road.git()));
    assertThat(ping.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "refs/heads/gone, true, 'Branch gone was deleted.'",
    "refs/tags/v1, false, 'Tags are not built: v1.'",
    "refs/heads/elsewhere, false, 'No stage follows branch elsewhere.'"
  })
  void pushesThatBuildNothingAreTakenAndTheEventsSayWhy(String ref, boolean deleted, String why)
      throws Exception {
    var head = road.git().branch("main").orElseThrow();
    var push = (ObjectNode) JSON.readTree("{}");
    push.put("ref", ref)
        .put("after", deleted ? Deliveries.NOTHING : head)
        .put("deleted", deleted)
        .putNull("head_commit");
    assertThat(road.send(delivery("push", push.toString())).statusCode()).isEqualTo(202);
    road.told(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/projects/nobody",
        "/projects/nobody/builds",
        "/projects/nobody/builds/1",
        "/projects/nobody/releases",
        "/projects/nobody/events",
        "/projects/bad-input/builds/99",
        "/projects/bad-input/builds/one",
        "/projects/bad-input/releases/99",
        "/projects/bad-input/releases/99/review",
        "/nothing"
      })
  void unknownIdsAreNotFound(String path) throws Exception {
    assertThat(Calls.problem(calls.call("GET", path, ""), 404)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "/projects/nobody/promotions, `{\"stage\":\"dev\",\"build\":1}`, 404",
        "/projects/bad-input/promotions, `{\"stage\":\"dev\",\"build\":99}`, 404",
        "/projects/bad-input/promotions, `{\"stage\":\"none\",\"build\":1}`, 404",
        "/projects/bad-input/promotions, `{\"stage\":\"dev\",\"build\":1}`, 409",
        "/projects/bad-input/promotions, `{\"stage\":\"production\",\"build\":2}`, 409",
        "/projects/bad-input/promotions, `{\"stage\":\"dev\",\"build\":\"two\"}`, 400",
        "/projects/bad-input/promotions, `{\"stage\":\"dev\"`, 400",
        "/projects/bad-input/rollbacks, `{\"build\":99}`, 404",
        "/projects/bad-input/releases/99/decision, `{\"decision\":\"approve\",\"digest\":\"d\"}`, 404",
        "/projects, `{\"repository\":\"nobody/nothing\"}`, 400",
        "/projects, `{\"repository\":\"no name\"}`, 400",
        "/projects, `{\"repository\":\"roads/bad-input\"}`, 409"
      })
  void whatTheRulesRefuseIsRefusedInASentence(String path, String body, int status)
      throws Exception {
    assertThat(Calls.problem(calls.call("POST", path, body), status)).endsWith(".");
  }

  @Test
  void onlyThoseWithTheTokenAreAnswered() throws Exception {
    assertThat(Calls.problem(calls.anonymous("/projects"), 401)).contains("Bearer");
    assertThat(Calls.problem(calls.with("wrong", "/projects"), 401))
        .contains("not the API token", "personal token");
  }

  @Test
  void otherMethodsAndLongBodiesAreRefused() throws Exception {
    var deleted = calls.call("DELETE", road.path(""), "");
    Calls.problem(deleted, 405);
    assertThat(deleted.headers().firstValue("allow")).hasValue("GET");
    var body = "{\"repository\":\"" + "x".repeat(1_100_000) + "\"}";
    Calls.problem(calls.call("POST", "/projects", body), 413);
  }

  @Test
  void aDecisionCountsOnceAndForWhatWasRead() throws Exception {
    int release = road.promote(2);
    var digest = road.reached(release, "WAITING_FOR_APPROVAL").at("/review/digest").asText();
    var other = road.decide(release, "approve", digest.replace('a', 'b').replace('1', '2'));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.problem()).contains("has changed since you read it");
    assertThat(road.decide(release, "perhaps", digest).status()).isEqualTo(400);
    assertThat(road.release(release).path("phase").asText()).isEqualTo("WAITING_FOR_APPROVAL");

    assertThat(road.decide(release, "reject", digest).status()).isEqualTo(200);
    var late = road.decide(release, "approve", digest);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.problem()).matches("\\S+ rejected this at .* UTC\\.");
    road.reached(release, "REJECTED");
    assertThat(road.stage("production").path("current").isNumber()).isFalse();
  }

  private static Delivery delivery(String event, String body) {
    return new Delivery(UUID.randomUUID().toString(), event, body.getBytes(StandardCharsets.UTF_8));
  }
}
