package io.stagegate.functions.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stagegate.cloud.Secrets;
import io.stagegate.http.Body;
import io.stagegate.http.Log;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Signatures;
import io.stagegate.http.Ticking;
import io.stagegate.model.Push;
import io.stagegate.source.WebhookMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHandlerTest {
  private static final String SECRET = "the secret of shop";
  private static final String BEFORE = "the secret that shop had before";
  private static final String PUSH =
      """
      {"ref":"refs/heads/main","before":"%s","after":"%s","deleted":false,
       "commits":[{"id":"x","message":"not the head","author":{"name":"Eve","username":"Eve"}}],
       "head_commit":{"id":"y","message":"Add a queue\\n\\nWith more.","tree_id":"t",
         "author":{"email":"ada@example.com","name":"Ada","username":"ada"},
         "committer":{"name":"GitHub"}},
       "repository":{"ref":"nested","after":"nested"}}
      """
          .formatted("0".repeat(40), "a".repeat(40));

  private final List<String> lines = new ArrayList<>();
  private final List<Sent> queue = new ArrayList<>();
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final Log log = new Log("webhook", clock, lines::add);
  private final WebhookHandler handler =
      new WebhookHandler(
          new Webhooks(
              new Shop(),
              "gate",
              (body, group, once) -> queue.add(new Sent(body, group, once)),
              clock,
              log),
          log);

  private record Sent(String body, String group, String once) {}

  private static final class Shop implements Secrets {
    @Override
    public Optional<String> get(String name) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean accepts(String name, Predicate<String> check) {
      return name.equals("gate/webhook/shop") && Stream.of(SECRET, BEFORE).anyMatch(check);
    }

    @Override
    public void replace(String name, String value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void create(String name, String value) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void aSignedPushIsPutOnTheQueue() {
    var answer = deliver("push", PUSH);

    assertThat(answer.status()).isEqualTo(202);
    var sent = queue.getFirst();
    assertThat(sent.once()).isEqualTo("delivery-1");
    assertThat(sent.group()).startsWith("shop-").hasSizeLessThan(128);
    var message = WebhookMessage.decode(sent.body());
    assertThat(message.project().value()).isEqualTo("shop");
    assertThat(message.push())
        .isEqualTo(
            new Push(
                "refs/heads/main",
                false,
                Push.NOWHERE,
                "a".repeat(40),
                "Add a queue\n\nWith more.",
                "Ada",
                Set.of("ada", "eve")));
    assertThat(message.receivedAt()).isEqualTo(clock.instant());
  }

  @Test
  void whatTheSecretBeforeSignedCountsWhileItIsAccepted() {
    var body = Body.of(PUSH);
    var answer =
        answer(
            post("shop")
                .header("X-Hub-Signature-256", signature(BEFORE, body))
                .header("X-GitHub-Event", "push")
                .header("X-GitHub-Delivery", "delivery-1")
                .body(body));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(queue).hasSize(1);
  }

  @Test
  void aDeletedBranchIsPutOnTheQueueAsSuch() {
    deliver(
        "push",
        "{\"ref\":\"refs/heads/x\",\"after\":\"%s\",\"deleted\":true,\"head_commit\":null}"
            .formatted("0".repeat(40)));

    assertThat(WebhookMessage.decode(queue.getFirst().body()).push().deleted()).isTrue();
  }

  @Test
  void whoDidNotSignIsRefusedWithoutATraceButACount() {
    var body = Body.of(PUSH);
    var good = signature(SECRET, body);
    var refused =
        List.of(
            answer(post("shop").body(body)),
            answer(post("shop").header("X-Hub-Signature-256", "").body(body)),
            answer(post("shop").header("X-Hub-Signature-256", "sha256=00").body(body)),
            answer(post("shop").header("X-Hub-Signature-256", signature("other", body)).body(body)),
            answer(post("shop").header("X-Hub-Signature-256", good).body(Body.of(PUSH + " "))),
            answer(post("unknown").header("X-Hub-Signature-256", good).body(body)),
            answer(post("No_Id").header("X-Hub-Signature-256", good).body(body)));

    assertThat(refused).extracting(Response::status).containsOnly(401);
    assertThat(refused).extracting(Response::body).containsOnly(refused.getFirst().body());
    assertThat(lines)
        .hasSize(refused.size())
        .allMatch(line -> line.contains("\"WebhooksRefused\":1"));
    assertThat(queue).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "nope",
        "{}{}",
        "{\"ref\":\"refs/heads/main\"}",
        "{\"ref\":{\"a\":1},\"after\":\"b\"}",
        "{\"after\":\"b\"}",
        "{\"ref\":\"refs/heads/main\",\"after\":\"b\"}",
        "{\"ref\":\"r\",\"before\":null,\"after\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}",
        "payload=%7B%7D"
      })
  void whatIsNoPushIs400(String body) {
    assertThat(deliver("push", body).status()).isEqualTo(400);
    assertThat(queue).isEmpty();
  }

  @Test
  void depthIsBounded() {
    assertThat(deliver("push", "{\"a\":" + "[".repeat(100_000)).status()).isEqualTo(400);
    assertThat(deliver("issues", "{\"a\":" + "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void aPingIsAnswered() {
    assertThat(deliver("ping", "{\"zen\":\"Design for failure.\"}").status()).isEqualTo(200);
    assertThat(queue).isEmpty();
  }

  @Test
  void otherEventsAreIgnoredWithTheReason() {
    var answer = deliver("issues", "{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"ignored\":\"Stagegate takes push events only.\"}");
    assertThat(queue).isEmpty();
  }

  @Test
  void aBodyOverTheLimitIsIgnoredUnread() {
    var answer = deliver("push", "x".repeat(25 * 1024 * 1024 + 1));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).contains("larger than 25 MB");
  }

  @Test
  void theHeadersOfGitHubAreNeeded() {
    var body = Body.of(PUSH);
    var signed = signature(SECRET, body);
    assertThat(
            answer(
                    post("shop")
                        .header("X-Hub-Signature-256", signed)
                        .header("X-GitHub-Event", "push")
                        .body(body))
                .body())
        .contains("X-GitHub-Delivery");
    assertThat(
            answer(
                    post("shop")
                        .header("X-Hub-Signature-256", signed)
                        .header("X-GitHub-Event", "push")
                        .header("X-GitHub-Delivery", "a b")
                        .body(body))
                .status())
        .isEqualTo(400);
    assertThat(
            answer(
                    post("shop")
                        .header("X-Hub-Signature-256", signed)
                        .header("X-GitHub-Delivery", "d")
                        .body(body))
                .body())
        .contains("X-GitHub-Event");
  }

  @Test
  void otherMethodsAndPathsAreNotTaken() {
    assertThat(answer(Requests.get("/webhooks/shop")).status()).isEqualTo(405);
    assertThat(answer(Requests.post("/webhooks")).status()).isEqualTo(404);
  }

  @Test
  void takesEveryRecordedDelivery() throws IOException {
    var data = Path.of(System.getProperty("stagegate.root", "."), "../shared/data/github");
    assumeTrue(Files.isDirectory(data), "the recorded deliveries are not here: " + data);
    try (var files = Files.walk(data, 2)) {
      for (var file : files.filter(WebhookHandlerTest::isDelivery).toList()) {
        var event = String.valueOf(file.getName(file.getNameCount() - 2));
        assertThat(deliver(event, Files.readString(file)).status())
            .as(file.toString())
            .isEqualTo(event.equals("ping") ? 200 : 202);
      }
    }
    assertThat(queue).isNotEmpty();
  }

  private static boolean isDelivery(Path file) {
    return file.toString().endsWith(".json")
        && !file.endsWith("index.json")
        && !file.toString().contains("signature");
  }

  private Response deliver(String event, String text) {
    var body = Body.of(text);
    return answer(
        post("shop")
            .header("X-GitHub-Event", event)
            .header("X-GitHub-Delivery", "delivery-1")
            .header("X-Hub-Signature-256", signature(SECRET, body))
            .body(body));
  }

  private Response answer(Requests request) {
    return handler.answer(request.build());
  }

  private static Requests post(String project) {
    return Requests.post("/webhooks/" + project);
  }

  private static String signature(String secret, Body body) {
    return "sha256=" + HexFormat.of().formatHex(Signatures.sign(secret, body.text()));
  }
}
