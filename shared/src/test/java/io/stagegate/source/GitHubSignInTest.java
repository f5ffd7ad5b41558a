package io.stagegate.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stagegate.model.Login;
import io.stagegate.source.SignIn.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubSignInTest {
  private static final URI BACK = URI.create("https://gate.example/sign-in/github/callback");
  private static final String TOKEN = "{\"access_token\":\"gho_x\",\"scope\":\"\"}";

  private final List<String> asked = new ArrayList<>();
  private HttpServer github;

  @BeforeEach
  void start() throws IOException {
    github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    github.start();
  }

  @AfterEach
  void stop() {
    github.stop(0);
  }

  @Test
  void aCodeIsExchangedForTheLoginAndItsNumber() {
    on("/login/oauth/access_token", 200, TOKEN);
    on("/user", 200, "{\"login\":\"Ada\",\"id\":4294967299}");

    assertThat(signIn().whoGave("the code", "the-verifier", BACK))
        .isEqualTo(new Answer.Known(new Login("ada"), 4_294_967_299L));
    assertThat(asked)
        .containsExactly(
            "POST /login/oauth/access_token null client_id=app&client_secret=hush&code=the+code"
                + "&code_verifier=the-verifier"
                + "&redirect_uri=https%3A%2F%2Fgate.example%2Fsign-in%2Fgithub%2Fcallback",
            "GET /user Bearer gho_x ");
  }

  @Test
  void oneIsAskedOnGitHubsPageWithNoScope() {
    assertThat(signIn().ask("st", "ch", BACK).toString())
        .isEqualTo(
            address()
                + "/login/oauth/authorize?allow_signup=false&client_id=app&code_challenge=ch"
                + "&code_challenge_method=S256&redirect_uri=https%3A%2F%2Fgate.example"
                + "%2Fsign-in%2Fgithub%2Fcallback&state=st");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{\"error\":\"bad_verification_code\"}|WrongCode",
        "200|{\"error\":\"incorrect_client_credentials\"}|NoAnswer",
        "200|{\"error\":\"something_new\"}|NoAnswer",
        "200|{}|NoAnswer",
        "200|[]|NoAnswer",
        "200|{\"access_token\":\"a b\"}|NoAnswer",
        "200|{\"access_token\":{\"a\":1}}|NoAnswer",
        "200|<html>|NoAnswer",
        "200|''|NoAnswer",
        "302|{}|NoAnswer",
        "401|{}|NoAnswer",
        "404|{}|NoAnswer",
        "429|{}|NoAnswer",
        "500|{}|NoAnswer",
        "503|''|NoAnswer",
      })
  void anExchangeThatFailsIsAnAnswer(int status, String body, String answer) {
    on("/login/oauth/access_token", status, body);
    on("/user", 200, "{\"login\":\"ada\",\"id\":1}");

    var given = signIn().whoGave("code", "verifier", BACK);

    assertThat(given.getClass().getSimpleName()).isEqualTo(answer);
    assertThat(given.toString()).doesNotContain("hush", "gho_");
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|{}",
        "200|{\"login\":\"ada\"}",
        "200|{\"login\":\"ada\",\"id\":\"1\"}",
        "200|{\"login\":\"a/b\",\"id\":1}",
        "200|{\"login\":\"\",\"id\":1}",
        "200|{\"login\":7,\"id\":1}",
        "200|not json",
        "301|{}",
        "401|{}",
        "403|{}",
        "500|{}",
      })
  void aPersonGitHubDoesNotNameIsNobody(int status, String body) {
    on("/login/oauth/access_token", 200, TOKEN);
    on("/user", status, body);

    assertThat(signIn().whoGave("code", "verifier", BACK)).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    on("/login/oauth/access_token", 200, "{\"a\":\"" + "x".repeat(400_000) + "\"}");

    assertThat(signIn().whoGave("code", "verifier", BACK)).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void nobodyAtHomeIsAnAnswer() {
    var there = signIn();
    github.stop(0);

    assertThat(there.whoGave("code", "verifier", BACK)).isInstanceOf(Answer.NoAnswer.class);
  }

  @Test
  void aMissingSecretIsSaidBeforeAnythingIsAsked() {
    var there = new GitHubSignIn(address(), address(), "app", Optional::empty);

    assertThat(there.whoGave("code", "verifier", BACK)).isInstanceOf(Answer.NoAnswer.class);
    assertThat(asked).isEmpty();
  }

  private GitHubSignIn signIn() {
    return new GitHubSignIn(address(), address(), "app", () -> Optional.of("hush\n"));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + github.getAddress().getPort());
  }

  private void on(String path, int status, String body) {
    github.createContext(
        path,
        exchange -> {
          try (exchange) {
            asked.add(
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestURI()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Authorization")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
  }
}
