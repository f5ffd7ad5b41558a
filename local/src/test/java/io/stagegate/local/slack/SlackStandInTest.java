package io.stagegate.local.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.support.Http;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackStandInTest {
  private static final String MESSAGE =
      """
      {"channel":"U012BOB","text":"t","blocks":[{"type":"actions","block_id":"b","elements":[
        {"type":"button","action_id":"go","value":"v","text":{"type":"plain_text","text":"Go"}}]}]}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final SlackStandIn slack = SlackStandIn.start();
  private final List<String> told = new ArrayList<>();
  private final CountDownLatch silence = new CountDownLatch(1);
  private boolean silent;
  private final Http app =
      Http.serve(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          exchange -> {
            told.add(new String(Http.body(exchange, 99_999).orElseThrow(), StandardCharsets.UTF_8));
            told.add(exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
            if (silent) {
              await();
            }
            Http.answer(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
          });

  @BeforeEach
  void setUp() {
    var address = URI.create("http://127.0.0.1:" + app.port() + "/slack/interactions");
    slack.register(new SlackApp(address, "signing", "xoxb-1"));
  }

  @AfterEach
  void close() {
    silence.countDown();
    slack.close();
    app.close();
    client.close();
  }

  @Test
  void aMessageIsPostedChangedAndPressedAt() throws Exception {
    var posted = call("chat.postMessage", "xoxb-1", MESSAGE);
    assertThat(posted.path("channel").asText()).isEqualTo("D012BOB");
    var message = slack.messages().getFirst();

    var request = slack.press(message, "go", "U012BOB");
    assertThat(slack.send(request).status()).isEqualTo(200);
    assertThat(told.getFirst()).startsWith("payload=%7B%22type%22%3A%22block_actions%22");
    assertThat(told.get(1)).isEqualTo(request.signature()).matches("v0=[0-9a-f]{64}");

    var changed = MESSAGE.replace("U012BOB\"", "D012BOB\",\"ts\":\"%s\"".formatted(message.ts()));
    assertThat(call("chat.update", "xoxb-1", changed).path("ok").asBoolean()).isTrue();
    assertThat(slack.messages()).hasSize(1).allMatch(now -> now.updates() == 1);
  }

  @Test
  void anAppThatTakesLongerThanThreeSecondsDidNotAnswer() throws Exception {
    call("chat.postMessage", "xoxb-1", MESSAGE);
    silent = true;

    var answer = slack.send(slack.press(slack.messages().getFirst(), "go", "U012BOB"));

    assertThat(answer.status()).isZero();
    assertThat(answer.good()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wrong  | chat.postMessage | {\"channel\":\"U1AB\",\"text\":\"t\"}  | invalid_auth",
        "xoxb-1 | chat.postMessage | {\"channel\":\"C0UNKNOWN\",\"text\":\"t\"} | channel_not_found",
        "xoxb-1 | chat.postMessage | {\"channel\":\"U1AB\"}                 | invalid_blocks",
        "xoxb-1 | chat.update      | {\"channel\":\"D1AB\",\"ts\":\"1\",\"text\":\"t\"} | message_not_found",
        "xoxb-1 | views.open       | {\"trigger_id\":\"x\",\"view\":{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"T\"},\"blocks\":[]}} | invalid_trigger_id",
        "xoxb-1 | users.list       | {}                                       | unknown_method",
        "xoxb-1 | chat.postMessage | []                                       | invalid_json",
      })
  void refusesWhatSlackRefuses(String token, String method, String body, String error)
      throws Exception {
    assertThat(call(method, token, body).path("error").asText()).isEqualTo(error);
  }

  @Test
  void refusesBlocksBeyondTheirLimits() throws Exception {
    var section = "{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"%s\"}}";
    var message = "{\"channel\":\"U1AB\",\"text\":\"t\",\"blocks\":[%s]}";
    var fits = section.formatted("x".repeat(3_000));
    assertThat(post(message.formatted(fits))).isTrue();
    assertThat(post(message.formatted(section.formatted("x".repeat(3_001))))).isFalse();
    assertThat(post(message.formatted(section.formatted("")))).isFalse();
    var fifty = String.join(",", java.util.Collections.nCopies(50, section.formatted("x")));
    assertThat(post(message.formatted(fifty))).isTrue();
    assertThat(post(message.formatted(fifty + "," + section.formatted("x")))).isFalse();
    assertThat(post(message.formatted("{\"type\":\"bogus\"}"))).isFalse();
  }

  @Test
  void anOutageIsAsLongAsToldAndSaysWhenToComeAgain() throws Exception {
    slack.fail(429, 30, 1);
    var answer = send("chat.postMessage", "xoxb-1", MESSAGE);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).contains("30");
    assertThat(post(MESSAGE)).isTrue();
  }

  private boolean post(String message) throws Exception {
    return call("chat.postMessage", "xoxb-1", message).path("ok").asBoolean();
  }

  private JsonNode call(String method, String token, String body) throws Exception {
    return new ObjectMapper().readTree(send(method, token, body).body());
  }

  private HttpResponse<String> send(String method, String token, String body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(slack.address() + "/api/" + method))
            .header("authorization", "Bearer " + token)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void await() {
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
