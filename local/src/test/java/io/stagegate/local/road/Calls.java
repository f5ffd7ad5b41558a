package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalState;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls as they are on the wire, and how an error has to look. */
final class Calls {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final HttpClient client;
  private final LocalState state;

  Calls(HttpClient client, LocalState state) {
    this.client = client;
    this.state = state;
  }

  /** Calls the API with the token. */
  HttpResponse<String> call(String method, String path, String body) throws Exception {
    return send(
        to(URI.create(state.api() + path))
            .header("authorization", "Bearer " + state.token())
            .header("content-type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  HttpResponse<String> anonymous(String path) throws Exception {
    return send(to(URI.create(state.api() + path)));
  }

  HttpResponse<String> with(String token, String path) throws Exception {
    return send(to(URI.create(state.api() + path)).header("authorization", "Bearer " + token));
  }

  HttpResponse<String> post(URI address, byte[] body, String... headers) throws Exception {
    return send(to(address).headers(headers).POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(LIMIT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Checks that an answer is this problem, with nothing of the program's inside; its sentence. */
  static String problem(HttpResponse<String> answer, int status) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .doesNotContain("Exception", "java.", "software.amazon", ".java:", "\\tat ");
    var problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotEmpty();
    return problem.path("detail").asText();
  }
}
