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
}
