package io.stagegate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Stagegate's API, as a program with a token uses it. */
public final class Api {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final ObjectMapper json = JsonMapper.builder().build();
  private final HttpClient client;
  private final String base;
  private final String token;

  /**
   * Calls the API.
   *
   * @param base address without a slash at its end, {@code http://127.0.0.1:1234/api/v1}
   */
  public Api(HttpClient client, String base, String token) {
    this.client = client;
    this.base = base;
    this.token = token;
  }

  /** An answer; {@code body} is missing where it isn't JSON. */
  public record Answer(int status, JsonNode body) {
    /** The problem's sentence, or the status. */
    public String problem() {
      var detail = body.path("detail").asText("");
      return detail.isEmpty() ? "HTTP " + status : detail;
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  /** Puts, and fails with the answer's own sentence unless it was taken. */
  public JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return taken(
        send(
            request(path)
                .header("content-type", "application/json")
                .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))));
  }

  /** Posts, and fails with the answer's own sentence unless it was taken. */
  public JsonNode posted(String path, Map<String, ?> body)
      throws IOException, InterruptedException {
    return taken(post(path, body));
  }

  /** Gets, and fails with the answer's own sentence unless it is there. */
  public JsonNode got(String path) throws IOException, InterruptedException {
    return taken(get(path));
  }

  private static JsonNode taken(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new StoryException(answer.problem());
    }
    return answer.body();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(LIMIT)
        .header("authorization", "Bearer " + token)
        .header("accept", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofByteArray());
    var type = answer.headers().firstValue("content-type").orElse("");
    return new Answer(
        answer.statusCode(),
        type.contains("json") ? json.readTree(answer.body()) : json.missingNode());
  }
}
