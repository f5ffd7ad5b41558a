package io.stagegate.local.web;

import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Gives the API a plain address on this machine: {@code http://127.0.0.1:PORT/x} reaches {@code x}
 * of the emulator's API. Bytes, headers, statuses and redirects go through as they are.
 *
 * <p>Its address is known before the API is there (the API is told its public address when it is
 * deployed); until {@link #open} it answers 503.
 */
public final class Gateway implements AutoCloseable {
  /**
   * What API Gateway can hand to a function at most, in bytes: Lambda takes an event of 6 MB. It
   * answers what is longer by 413, as it does beyond its own limit of 10 MB.
   */
  static final int MAX_BODY = 6 * 1024 * 1024;

  /** API Gateway answers 503 after 30 s; a little more lets its own answer through. */
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  /**
   * Headers of one connection, not of the message (RFC 9110, 7.6.1), and those Java's client sets.
   */
  private static final Set<String> NOT_FORWARDED =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host",
          "content-length",
          "expect");

  private final AtomicReference<@Nullable URI> target = new AtomicReference<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Http http;

  private Gateway(int port) {
    http = Http.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), this::handle);
  }

  /** Listens on {@code port} of the loopback address; 0 takes a free one. */
  public static Gateway start(int port) {
    return new Gateway(port);
  }

  /** {@code http://127.0.0.1:PORT}, without a slash at its end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** From now on requests go to {@code api}, an address of the emulator's ending with a slash. */
  public void open(URI api) {
    target.set(api);
  }

  private void handle(HttpExchange exchange) throws IOException {
    URI api = target.get();
    if (api == null) {
      say(exchange, 503, "The local system is still starting.");
      return;
    }
    Optional<byte[]> body = Http.body(exchange, MAX_BODY);
    if (body.isEmpty()) {
      say(exchange, 413, "Request Entity Too Large");
      return;
    }
    try {
      pass(exchange, client.send(request(exchange, api, body.get()), bytes()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      say(exchange, 503, "The local system is stopping.");
    } catch (IOException e) {
      say(exchange, 502, "The emulator did not answer: " + e.getMessage());
    }
  }

  private static HttpResponse.BodyHandler<byte[]> bytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private static HttpRequest request(HttpExchange exchange, URI api, byte[] body) {
    URI asked = exchange.getRequestURI();
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + asked.getRawPath().substring(1) + query))
            .timeout(TIMEOUT)
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    each(exchange.getRequestHeaders(), request::header);
    return request.build();
  }

  private static void pass(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    each(response.headers().map(), exchange.getResponseHeaders()::add);
    boolean none = response.body().length == 0;
    exchange.sendResponseHeaders(response.statusCode(), none ? -1 : response.body().length);
    if (!none) {
      exchange.getResponseBody().write(response.body());
    }
  }

  private interface Header {
    void set(String name, String value);
  }

  private static void each(Map<String, List<String>> headers, Header to) {
    headers.forEach(
        (name, values) -> {
          if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> to.set(name, value));
          }
        });
  }

  private static void say(HttpExchange exchange, int status, String message) throws IOException {
    byte[] body =
        ("{\"message\":\"" + message.replace('"', '\'') + "\"}").getBytes(StandardCharsets.UTF_8);
    Http.answer(exchange, status, "application/json", body);
  }

  @Override
  public void close() {
    http.close();
    client.shutdownNow();
  }
}
