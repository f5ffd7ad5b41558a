package io.stagegate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stagegate.slack.SlackApi.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpSlackApiTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final List<String> asked = new ArrayList<>();
  private HttpServer server = create();
  private int status = 200;
  private String body = "{\"ok\":true,\"ts\":\"1.2\"}";
  private Optional<String> header = Optional.empty();
  private boolean silent;

  @BeforeEach
  void serve() {
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aCallCarriesTheTokenAndItsArguments() {
    var answer = slack("xoxb-1").call("chat.postMessage", BlockKit.object().put("text", "é"));

    assertThat(answer).isInstanceOf(Answer.Done.class);
    assertThat(asked).containsExactly("POST /api/chat.postMessage Bearer xoxb-1 {\"text\":\"é\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"ok\":false,\"error\":\"channel_not_found\"} | Refused[error=channel_not_found]",
        "200 | {\"ok\":false}                                 | Refused[error=unknown_error]",
        "200 | {\"ok\":false,\"error\":\"ratelimited\"}       | Later[reason=Slack says ratelimited, pause=PT0S]",
        "200 | {\"ok\":false,\"error\":\"internal_error\"}    | Later[reason=Slack says internal_error, pause=PT0S]",
        "429 | {}                                             | Later[reason=Slack answered 429, pause=PT0S]",
        "503 | down                                           | Later[reason=Slack answered 503, pause=PT0S]",
        "404 | no                                             | Refused[error=http_404]",
      })
  void whatItAnswersIsToldApart(int status, String body, String expected) {
    this.status = status;
    this.body = body;

    assertThat(slack("xoxb-1").call("x", BlockKit.object())).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({"30,PT30S", "0,PT0S", "999999,PT1H", "-1,PT0S", "soon,PT0S", "9999999999,PT0S"})
  void itSaysHowLongToWait(String retryAfter, Duration pause) {
    status = 429;
    header = Optional.of(retryAfter);

    assertThat(slack("xoxb-1").call("x", BlockKit.object()))
        .isEqualTo(new Answer.Later("Slack answered 429", pause));
  }

  @Test
  void silenceRedirectsAndFloodsAreFailures() {
    silent = true;
    assertThat(slack("xoxb-1").call("x", BlockKit.object())).isInstanceOf(Answer.Later.class);
    silent = false;
    status = 302;
    assertThat(slack("xoxb-1").call("x", BlockKit.object()))
        .isEqualTo(new Answer.Refused("http_302"));
    status = 200;
    body = "x".repeat(1024 * 1024 + 1);
    assertThat(slack("xoxb-1").call("x", BlockKit.object())).isInstanceOf(Answer.Later.class);
    server.stop(0);
    assertThat(slack("xoxb-1").call("x", BlockKit.object())).isInstanceOf(Answer.Later.class);
  }

  @Test
  void withoutATokenNothingIsSent() {
    for (var token : List.of("", "two words", "line\nbreak", "é")) {
      assertThat(slack(token).call("x", BlockKit.object()))
          .isEqualTo(new Answer.Refused("no_token"));
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void anAnswerToWhoPressedGoesToSlackAloneAndWithoutTheToken() {
    body = "ok";
    var slack = slack("xoxb-1");
    var port = server.getAddress().getPort();

    assertThat(slack.respond(address("/actions/T1/2"), BlockKit.object()))
        .isInstanceOf(Answer.Done.class);
    assertThat(asked).containsExactly("POST /actions/T1/2 null {}");
    for (var other :
        List.of(
            "http://127.0.0.1:" + (port + 1) + "/actions",
            "https://127.0.0.1:" + port + "/actions",
            "http://127.0.0.1.evil.example:" + port + "/",
            "http://169.254.169.254/latest/meta-data",
            "http://me@127.0.0.1:" + port + "/",
            "file:///etc/passwd",
            "x")) {
      assertThat(slack.respond(URI.create(other), BlockKit.object()))
          .as(other)
          .isEqualTo(new Answer.Refused("not_slacks_address"));
    }
  }

  @Test
  void slacksOwnAddressesAreItsHostAndThoseBelow() {
    var slack =
        new HttpSlackApi(URI.create("https://slack.invalid/api"), Optional::empty, PATIENCE);
    assertThat(slack.respond(URI.create("https://hooks.slack.invalid/x"), BlockKit.object()))
        .isInstanceOf(Answer.Later.class);
    assertThat(slack.respond(URI.create("https://notslack.invalid/x"), BlockKit.object()))
        .isInstanceOf(Answer.Refused.class);
  }

  private SlackApi slack(String token) {
    return new HttpSlackApi(address("/api"), () -> Optional.of(token), PATIENCE);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void handle(HttpExchange exchange) throws IOException {
    if (silent) {
      // Reads all and says nothing: the caller's patience ends it.
      exchange.getRequestBody().readAllBytes();
      return;
    }
    asked.add(
        "%s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    header.ifPresent(value -> exchange.getResponseHeaders().set("Retry-After", value));
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static HttpServer create() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
