package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stagegate.store.Codec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SignaturesTest {
  /** The example of GitHub's own documentation of webhook deliveries. */
  private static final String SIGNATURE =
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  private static final String SECRET = "It's a Secret to Everybody";
  private static final Body BODY = Body.of("Hello, World!");

  @Test
  void takesGitHubsOwnExample() {
    assertThat(Signatures.fromGitHub(SECRET, BODY, SIGNATURE)).isTrue();
  }

  @Test
  void takesTheRecordedVectors() throws IOException {
    var data = Path.of(System.getProperty("stagegate.root", "."), "../shared/data/github");
    assumeTrue(Files.isDirectory(data), "the recorded deliveries are not here: " + data);
    for (var vector : Codec.mapper().readTree(data.resolve("signature/vectors.json").toFile())) {
      var body =
          vector.has("file")
              ? Body.of(Files.readAllBytes(data.resolve(vector.path("file").asText())))
              : Body.of(vector.path("body").asText());
      assertThat(
              Signatures.fromGitHub(
                  vector.path("secret").asText(), body, vector.path("signature").asText()))
          .isTrue();
    }
  }

  @Test
  void takesNothingElse() {
    assertThat(Signatures.fromGitHub(SECRET, Body.of("Hello, World"), SIGNATURE)).isFalse();
    assertThat(Signatures.fromGitHub("another", BODY, SIGNATURE)).isFalse();
    assertThat(Signatures.fromGitHub(SECRET, BODY, "")).isFalse();
    assertThat(Signatures.fromGitHub(SECRET, BODY, SIGNATURE.substring(7))).isFalse();
    assertThat(Signatures.fromGitHub(SECRET, BODY, "sha1=" + SIGNATURE.substring(7))).isFalse();
  }

  /** From Slack's page on verifying requests. */
  @Test
  void takesSlacksOwnExample() {
    var secret = "8f742231b10e8888abcd99yyyzzz85a5";
    var body =
        Body.of(
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
                + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
                + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
                + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J"
                + "%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");
    var time = "1531420618";
    var signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    assertThat(Signatures.fromSlack(secret, time, body, signature)).isTrue();
    assertThat(Signatures.fromSlack("other", time, body, signature)).isFalse();
    assertThat(Signatures.fromSlack(secret, "1531420619", body, signature)).isFalse();
    assertThat(Signatures.fromSlack(secret, time, Body.of("token=x"), signature)).isFalse();
    assertThat(Signatures.fromSlack(secret, time, body, signature.substring(3))).isFalse();
    assertThat(Signatures.fromSlack(secret, time, body, "")).isFalse();
  }
}
