package io.stagegate.local.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server: the JDK's, with one virtual thread for each request. */
public final class Http implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private Http(HttpServer server) {
    this.server = server;
  }

  /** Serves everything at {@code address} by {@code handler}; port 0 takes a free one. */
  public static Http serve(InetSocketAddress address, HttpHandler handler) {
    try {
      Http http = new Http(HttpServer.create(address, 128));
      http.server.createContext("/", exchange -> handle(exchange, handler));
      http.server.setExecutor(http.threads);
      http.server.start();
      return http;
    } catch (IOException e) {
      throw new UncheckedIOException("can't listen at " + address, e);
    }
  }

  private static void handle(HttpExchange exchange, HttpHandler handler) throws IOException {
    try (exchange) {
      handler.handle(exchange);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The body, or empty when it is longer than {@code limit} bytes. */
  public static Optional<byte[]> body(HttpExchange exchange, int limit) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length <= limit) {
        return Optional.of(bytes);
      }
      // Whoever still sends would not read the answer, but see the connection end.
      in.transferTo(OutputStream.nullOutputStream());
      return Optional.empty();
    }
  }

  /** Answers with a body and its content type. */
  public static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean none = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none ? -1 : body.length);
    if (!none) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
