package io.stagegate.local.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.support.Http;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GatewayTest {
  private record Seen(String method, String uri, String signature, byte[] body) {}

  private final AtomicReference<Seen> seen = new AtomicReference<>();
  private Http api;
  private Gateway gateway;
  private HttpClient client;

  @BeforeEach
  void start() {
    api =
        Http.serve(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            exchange -> {
              seen.set(
                  new Seen(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI().toString(),
                      String.valueOf(exchange.getRequestHeaders().getFirst("X-Hub-Signature-256")),
                      exchange.getRequestBody().readAllBytes()));
              exchange.getResponseHeaders().add("Set-Cookie", "a=1");
              exchange.getResponseHeaders().add("Set-Cookie", "b=2");
              exchange.getResponseHeaders().set("Location", "/elsewhere");
              exchange.sendResponseHeaders(303, -1);
            });
    gateway = Gateway.start(0);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void stop() {
    client.close();
    gateway.close();
    api.close();
  }

  private void open() {
    gateway.open(URI.create("http://127.0.0.1:" + api.port() + "/_aws/execute-api/abc/$default/"));
  }

  private HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway.address() + path))
            .header("X-Hub-Signature-256", "sha256=1")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void passesRequestAndAnswerOnAsTheyAre() throws Exception {
    open();
    byte[] body = {0, (byte) 0xff, '\r', '\n', 'x'};
    HttpResponse<byte[]> answer = post("/webhooks/a%2Fb?x=1&y=%20", body);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue("/elsewhere");
    assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(seen.get().method()).isEqualTo("POST");
    assertThat(seen.get().uri())
        .isEqualTo("/_aws/execute-api/abc/$default/webhooks/a%2Fb?x=1&y=%20");
    assertThat(seen.get().signature()).isEqualTo("sha256=1");
    assertThat(seen.get().body()).isEqualTo(body);
  }

  @Test
  void saysThatItIsStartingUntilOpened() throws Exception {
    assertThat(post("/", new byte[0]).statusCode()).isEqualTo(503);
  }

  @Test
  void refusesMoreThanApiGatewayTakes() throws Exception {
    open();
    assertThat(post("/", new byte[Gateway.MAX_BODY + 1]).statusCode()).isEqualTo(413);
    assertThat(seen.get()).isNull();
  }

  @Test
  void saysSoWhenTheEmulatorIsGone() throws Exception {
    open();
    api.close();
    assertThat(post("/", new byte[0]).statusCode()).isEqualTo(502);
  }
}
