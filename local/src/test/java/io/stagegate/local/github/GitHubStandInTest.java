package io.stagegate.local.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GitHubStandInTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private SampleRepository repository;
  private String first;
  private String second;
  private GitHubStandIn github;
  private HttpClient client;

  @BeforeEach
  void start() throws Exception {
    repository = new SampleRepository(folder.resolve("orders"));
    repository.write("template.yaml", "one: 1\n");
    repository.write("src/app.py", "print()\n");
    first = repository.commit("First");
    repository.write("template.yaml", "one: 2\n");
    second = repository.commit("Second\n\nwith more to say");
    github = GitHubStandIn.start(Optional.of("t0ken"));
    github.serve("acme/orders", repository.folder());
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    github.close();
  }

  private HttpResponse<byte[]> call(String path, String token, HttpRequest.Builder request)
      throws Exception {
    request.uri(URI.create(path.startsWith("http") ? path : github.address() + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(call(path, "t0ken", HttpRequest.newBuilder()).body());
  }

  @Test
  void describesRepositoryBranchAndCommit() throws Exception {
    JsonNode about = get("/repos/acme/orders");
    assertThat(about.path("full_name").asText()).isEqualTo("acme/orders");
    assertThat(about.path("default_branch").asText()).isEqualTo("main");
    assertThat(get("/repos/acme/orders/branches/main").path("commit").path("sha").asText())
        .isEqualTo(second);
    JsonNode commit = get("/repos/acme/orders/commits/" + second);
    assertThat(commit.path("commit").path("message").asText())
        .isEqualTo("Second\n\nwith more to say");
    assertThat(commit.path("parents").path(0).path("sha").asText()).isEqualTo(first);
  }

  @Test
  void findsBranchesWithSlashes() throws Exception {
    repository.git("branch", "feature/x", first);
    assertThat(get("/repos/acme/orders/branches/feature/x").path("commit").path("sha").asText())
        .isEqualTo(first);
    assertThat(get("/repos/acme/orders/branches/feature%2Fx").path("name").asText())
        .isEqualTo("feature/x");
  }

  @Test
  void listsTheTree() throws Exception {
    JsonNode tree = get("/repos/acme/orders/git/trees/" + first + "?recursive=1");
    assertThat(tree.path("truncated").asBoolean(true)).isFalse();
    assertThat(tree.path("tree").findValuesAsText("path"))
        .containsExactlyInAnyOrder("src", "src/app.py", "template.yaml");
    assertThat(get("/repos/acme/orders/git/trees/main").path("tree").findValuesAsText("path"))
        .containsExactlyInAnyOrder("src", "template.yaml");
  }

  @Test
  void redirectsToATarballWithOneTopFolder() throws Exception {
    HttpResponse<byte[]> redirect =
        call("/repos/acme/orders/tarball/" + first, "t0ken", HttpRequest.newBuilder());
    assertThat(redirect.statusCode()).isEqualTo(302);
    String location = redirect.headers().firstValue("Location").orElseThrow();
    HttpResponse<byte[]> download = call(location, "", HttpRequest.newBuilder());
    assertThat(download.statusCode()).isEqualTo(200);
    byte[] tar = new GZIPInputStream(new ByteArrayInputStream(download.body())).readAllBytes();
    String text = new String(tar, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("acme-orders-" + first.substring(0, 7) + "/src/app.py", "one: 1");
  }

  @Test
  void asksForTheToken() throws Exception {
    HttpResponse<byte[]> answer = call("/repos/acme/orders", "wrong", HttpRequest.newBuilder());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Bad credentials");
  }

  @Test
  void recordsWhatIsPosted() throws Exception {
    String path = "/repos/acme/orders/statuses/" + second;
    HttpRequest.Builder post =
        HttpRequest.newBuilder()
            .POST(HttpRequest.BodyPublishers.ofString("{\"state\":\"success\"}"));
    assertThat(call(path, "t0ken", post).statusCode()).isEqualTo(201);
    assertThat(github.recorded()).extracting(Recorded.Call::path).isEqualTo(List.of(path));
    assertThat(get("/_recorded").path(0).path("body").path("state").asText()).isEqualTo("success");
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    for (String path :
        List.of(
            "/repos/acme/nothing",
            "/repos/acme/orders/branches/none",
            "/repos/acme/orders/git/trees/--all",
            "/repos/acme/orders/tarball/none",
            "/repos/acme/orders/issues",
            "/")) {
      HttpResponse<byte[]> answer = call(path, "t0ken", HttpRequest.newBuilder());
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(JSON.readTree(answer.body()).path("message").isTextual()).isTrue();
    }
    assertThat(
            call("/repos/acme/orders/commits/none", "t0ken", HttpRequest.newBuilder()).statusCode())
        .isEqualTo(422);
  }
}
