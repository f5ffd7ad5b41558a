package io.stagegate.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stagegate.cloud.TransientException;
import io.stagegate.model.RepositoryName;
import io.stagegate.source.Source.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubSourceTest {
  private static final RepositoryName SHOP = new RepositoryName("acme", "shop");
  private static final String SHA = "a".repeat(40);

  @TempDir Path temp;
  private HttpServer github;
  private HttpServer codeload;
  private final List<String> asked = new ArrayList<>();

  private interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    codeload = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    github.start();
    codeload.start();
  }

  @AfterEach
  void stop() {
    github.stop(0);
    codeload.stop(0);
  }

  private void on(HttpServer server, String path, Reply reply) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            asked.add(
                exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            reply.to(exchange);
          }
        });
  }

  private static Reply says(int status, String body) {
    return exchange -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static Reply header(String name, String value, Reply reply) {
    return exchange -> {
      exchange.getResponseHeaders().set(name, value);
      reply.to(exchange);
    };
  }

  private static String address(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private GitHubSource source(@Nullable String token, long limit) {
    return new GitHubSource(
        URI.create(address(github) + "/"),
        () -> Optional.ofNullable(token),
        new GitHubCalls(Clock.systemUTC(), pause -> {}),
        limit);
  }

  private Path file() {
    return temp.resolve("archive");
  }

  @Test
  void theDefaultBranch() {
    on(github, "/repos/acme/shop", says(200, "{\"default_branch\":\"trunk\"}"));

    assertThat(source("t0k", 10).defaultBranch(SHOP)).isEqualTo(new Answer.Found<>("trunk"));
    assertThat(asked).containsExactly("/repos/acme/shop Bearer t0k");
  }

  @Test
  void theTree() {
    on(
        github,
        "/repos/acme/shop/git/trees/",
        says(
            200,
            """
            {"truncated":true,"tree":[{"path":"src","type":"tree"},{"path":"src/a","type":"blob"},
             {"path":"lib","type":"commit"},{"path":"b","type":"blob"}]}"""));

    assertThat(source(null, 10).tree(SHOP, "feature/x y"))
        .isEqualTo(new Answer.Found<>(new Source.Tree(List.of("src/a", "b"), false)));
    assertThat(asked)
        .containsExactly("/repos/acme/shop/git/trees/feature%2Fx%20y?recursive=1 null");
  }

  @Test
  void aTarballFromWhereGitHubSendsUsWithoutOurToken() {
    on(
        github,
        "/repos/acme/shop/tarball/" + SHA,
        header("Location", address(codeload) + "/shop.tar.gz?token=x", says(302, "")));
    on(codeload, "/shop.tar.gz", says(200, "bytes"));

    assertThat(source("t0k", 10).tarball(SHOP, SHA, file())).isEqualTo(new Answer.Found<>(5L));
    assertThat(file()).hasContent("bytes");
    assertThat(asked)
        .containsExactly(
            "/repos/acme/shop/tarball/" + SHA + " Bearer t0k", "/shop.tar.gz?token=x null");
  }

  @Test
  void anArchiveOverTheLimitIsNotTaken() throws IOException {
    on(github, "/repos/acme/shop/tarball/", says(200, "more than ten bytes"));

    assertThat(source(null, 10).tarball(SHOP, SHA, file())).isEqualTo(new Answer.TooLarge<>(10));
    assertThat(Files.exists(file())).isFalse();
  }

  @Test
  void anArchiveThatDoesNotSayItsSizeIsCutAtTheLimit() {
    on(
        github,
        "/repos/acme/shop/tarball/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(new byte[1_000]);
        });

    assertThat(source(null, 10).tarball(SHOP, SHA, file())).isEqualTo(new Answer.TooLarge<>(10));
  }

  @ParameterizedTest
  @CsvSource({"file:///etc/passwd", "ftp://example.org/x", "gopher://x", "'http:// bad'", "http:"})
  void doesNotFollowElsewhere(String location) {
    on(github, "/repos/acme/shop/tarball/", header("Location", location, says(302, "")));

    assertThat(source(null, 10).tarball(SHOP, SHA, file())).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void doesNotFollowForEver() {
    on(github, "/repos/acme/shop/tarball/", header("Location", "?again", says(302, "")));

    assertThat(source(null, 10).tarball(SHOP, SHA, file())).isInstanceOf(Answer.Refused.class);
    assertThat(asked).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "404, NotFound",
    "422, NotFound",
    "401, Refused",
    "403, Refused",
    "409, Refused",
    "451, Refused",
    "418, Refused"
  })
  void whatIsAnAnswer(int status, String kind) {
    on(github, "/repos/acme/shop/tarball/", says(status, ""));

    var answer = source(null, 10).tarball(SHOP, SHA, file());

    assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(asked).hasSize(1);
  }

  @Test
  void theHourlyLimitIsAnAnswerWithItsTime() {
    on(
        github,
        "/repos/acme/shop",
        header(
            "X-RateLimit-Remaining",
            "0",
            header("X-RateLimit-Reset", "1800000000", says(403, ""))));

    assertThat(source(null, 10).defaultBranch(SHOP))
        .isEqualTo(
            new Answer.Refused<>(
                "GitHub takes no more requests from us until 2027-01-15T08:00:00Z."));
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "408", "429"})
  void whatMayPassIsTriedThreeTimes(int status) {
    on(github, "/repos/acme/shop/tarball/", says(status, ""));

    assertThatThrownBy(() -> source("t0k", 10).tarball(SHOP, SHA, file()))
        .isInstanceOf(TransientException.class)
        .hasMessageNotContaining("t0k");
    assertThat(asked).hasSize(3);
  }

  @Test
  void aSecondTryWritesTheFileAnew() {
    on(
        github,
        "/repos/acme/shop/tarball/",
        exchange -> {
          if (asked.size() == 1) {
            exchange.sendResponseHeaders(200, 9);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.getResponseBody().flush();
            exchange.close();
          } else {
            says(200, "whole").to(exchange);
          }
        });

    assertThat(source(null, 10).tarball(SHOP, SHA, file())).isEqualTo(new Answer.Found<>(5L));
    assertThat(file()).hasContent("whole");
  }
}
