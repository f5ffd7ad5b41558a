package io.stagegate.local.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class OAuthStandInTest {
  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String ASKED =
      "client_id=app&redirect_uri=http://gate/back&state=s%26t&code_challenge="
          + CHALLENGE
          + "&code_challenge_method=S256";

  private GitHubStandIn github;
  private HttpClient client;

  @BeforeEach
  void start() {
    github = GitHubStandIn.start(Optional.of("t0ken"));
    github.register(new OAuthApp("app", "hush", URI.create("http://gate/back")));
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    github.close();
  }

  @Test
  void somebodySaysWhoTheyAre() throws Exception {
    assertThat(get("/login/oauth/authorize?" + ASKED).body())
        .contains("ada", "grace", "linus", "value=\"s&amp;t\"", "name=\"login\" required");
    var back = post("/login/oauth/authorize", ASKED + "&login=ada");
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(location(back)).startsWith("http://gate/back?code=").endsWith("&state=s%26t");

    var token = exchange(code(back), "hush", VERIFIER).path("access_token").asText();
    var user =
        client.send(
            HttpRequest.newBuilder(URI.create(github.address() + "/user"))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
    assertThat(new ObjectMapper().readTree(user.body()).path("login").asText()).isEqualTo("ada");
    assertThat(get("/user").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "wrong, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk, incorrect_client_credentials",
    "hush, another, bad_verification_code",
    "hush, '', bad_verification_code",
  })
  void anExchangeNeedsTheSecretAndTheVerifier(String secret, String verifier, String error)
      throws Exception {
    var code = code(post("/login/oauth/authorize", ASKED + "&login=ada"));
    assertThat(exchange(code, secret, verifier).path("error").asText()).isEqualTo(error);
  }

  @Test
  void aCodeIsTakenOnce() throws Exception {
    var code = code(post("/login/oauth/authorize", ASKED + "&login=ada"));
    assertThat(exchange(code, "hush", VERIFIER).has("access_token")).isTrue();
    assertThat(exchange(code, "hush", VERIFIER).path("error").asText())
        .isEqualTo("bad_verification_code");
  }

  @Test
  void sayingNoIsAnAnswer() throws Exception {
    assertThat(location(post("/login/oauth/authorize", ASKED + "&login=")))
        .isEqualTo("http://gate/back?error=access_denied&state=s%26t");
  }

  @Test
  void otherAppsAndAddressesAreRefused() throws Exception {
    for (var asked :
        List.of(
            ASKED.replace("client_id=app", "client_id=other"),
            ASKED.replace("http://gate/back", "http://gate/backdoor"),
            ASKED.replace("http://gate/back", "http://evil/"),
            ASKED.replace("S256", "plain"),
            "")) {
      assertThat(get("/login/oauth/authorize?" + asked).statusCode()).as(asked).isEqualTo(400);
      assertThat(post("/login/oauth/authorize", asked + "&login=ada").statusCode())
          .as(asked)
          .isEqualTo(400);
    }
  }

  private JsonNode exchange(String code, String secret, String verifier) throws Exception {
    var fields =
        "client_id=app&client_secret=%s&code=%s&redirect_uri=http://gate/back&code_verifier=%s"
            .formatted(secret, code, verifier);
    return new ObjectMapper().readTree(post("/login/oauth/access_token", fields).body());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static String code(HttpResponse<String> answer) {
    return location(answer).replaceFirst(".*[?&]code=([^&]*).*", "$1");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(github.address() + path)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String fields) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(github.address() + path))
            .header("content-type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields))
            .build(),
        BodyHandlers.ofString());
  }
}
