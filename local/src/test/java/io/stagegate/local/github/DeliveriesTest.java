package io.stagegate.local.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.support.Http;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DeliveriesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static Path data(String path) {
    Path file =
        Path.of(System.getProperty("stagegate.root"), "../shared/data/github").resolve(path);
    assumeTrue(Files.exists(file), "recorded data is not here: " + path);
    return file;
  }

  @Test
  void signsAsGitHubDid() throws Exception {
    JsonNode vectors = JSON.readTree(data("signature/vectors.json").toFile());
    List<String> checked = new ArrayList<>();
    for (JsonNode vector : vectors) {
      boolean recorded = vector.path("file").asText().endsWith(".json");
      if (recorded && vector.path("signature").asText().startsWith("sha256=")) {
        byte[] body = Files.readAllBytes(data(vector.path("file").asText()));
        assertThat(Deliveries.signature(vector.path("secret").asText(), body))
            .isEqualTo(vector.path("signature").asText());
        checked.add(vector.path("file").asText());
      }
    }
    assertThat(checked).isNotEmpty();
  }

  /** The example of GitHub's documentation. */
  @Test
  void signsAsGitHubsDocumentationSays() {
    assertThat(
            Deliveries.signature(
                "It's a Secret to Everybody",
                "Hello, World!".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
  }

  @Test
  void aPushLooksLikeOneOfGitHub() throws Exception {
    SampleRepository repository = new SampleRepository(folder.resolve("orders"));
    repository.write("a.txt", "1");
    repository.write("b.txt", "1");
    String before = repository.commit("First");
    repository.write("a.txt", "2");
    repository.write("c.txt", "1");
    repository.delete("b.txt");
    String after = repository.commit("Second");
    try (GitHubStandIn github = GitHubStandIn.start(Optional.empty());
        HttpClient client = HttpClient.newHttpClient()) {
      GitRepository git = github.serve("acme/orders", repository.folder());
      Deliveries deliveries = new Deliveries(github, client);
      JsonNode push =
          JSON.readTree(deliveries.push("acme/orders", git, "main", before, after, "ada").body());
      assertThat(push.path("ref").asText()).isEqualTo("refs/heads/main");
      assertThat(push.path("after").asText()).isEqualTo(after);
      assertThat(push.path("commits")).hasSize(1);
      JsonNode head = push.path("head_commit");
      assertThat(head.path("added").toString()).isEqualTo("[\"c.txt\"]");
      assertThat(head.path("removed").toString()).isEqualTo("[\"b.txt\"]");
      assertThat(head.path("modified").toString()).isEqualTo("[\"a.txt\"]");
      JsonNode real = JSON.readTree(data("push/octokit-payload.json").toFile());
      assertThat(names(push)).isSubsetOf(names(real)).contains("repository", "pusher", "sender");
    }
  }

  private static List<String> names(JsonNode node) {
    List<String> all = new ArrayList<>();
    node.fieldNames().forEachRemaining(all::add);
    return all;
  }

  @Test
  void aDeliveryCarriesGitHubsHeadersAndASignatureOverItsBytes() throws Exception {
    SampleRepository repository = new SampleRepository(folder.resolve("orders"));
    repository.write("ä.txt", "1");
    repository.commit("Grüße");
    AtomicReference<List<String>> headers = new AtomicReference<>(List.of());
    AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    Http receiver =
        Http.serve(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            exchange -> {
              headers.set(
                  List.of("X-GitHub-Event", "X-GitHub-Delivery", "X-Hub-Signature-256").stream()
                      .map(name -> String.valueOf(exchange.getRequestHeaders().getFirst(name)))
                      .toList());
              body.set(exchange.getRequestBody().readAllBytes());
              exchange.sendResponseHeaders(202, -1);
            });
    try (receiver;
        GitHubStandIn github = GitHubStandIn.start(Optional.empty());
        HttpClient client = HttpClient.newHttpClient()) {
      GitRepository git = github.serve("acme/orders", repository.folder());
      Deliveries deliveries = new Deliveries(github, client);
      Deliveries.Delivery ping = deliveries.ping("acme/orders", git);
      URI webhook = URI.create("http://127.0.0.1:" + receiver.port() + "/webhooks/orders");
      assertThat(deliveries.send(webhook, "s3cret", ping).statusCode()).isEqualTo(202);
      assertThat(body.get()).isEqualTo(ping.body());
      assertThat(headers.get())
          .containsExactly("ping", ping.id(), Deliveries.signature("s3cret", body.get()));
    }
  }
}
