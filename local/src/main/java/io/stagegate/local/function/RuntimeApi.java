package io.stagegate.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API for one instance of a function: the runtime asks for the next event, and
 * posts the result or an error.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Using the Lambda
 *     runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  /** Lambda's limit for a synchronous answer: 6 MB. */
  static final int MAX_ANSWER = 6 * 1024 * 1024;

  private static final String BASE = "/2018-06-01/runtime/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String functionArn;
  private final SynchronousQueue<Invocation> work = new SynchronousQueue<>();
  private final AtomicReference<@Nullable Invocation> current = new AtomicReference<>();
  private final Http http;

  /** Completed when the runtime asked for its first event. */
  final CompletableFuture<Void> ready = new CompletableFuture<>();

  /** Completed when the runtime could not start the handler. */
  final CompletableFuture<Outcome.Failure> initError = new CompletableFuture<>();

  RuntimeApi(String functionArn) {
    this.functionArn = functionArn;
    this.http =
        Http.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::handle);
  }

  /** What AWS_LAMBDA_RUNTIME_API holds. */
  String hostAndPort() {
    return "127.0.0.1:" + http.port();
  }

  /** Hands an invocation over; false when the runtime did not come for it in time. */
  boolean offer(Invocation invocation, long milliseconds) throws InterruptedException {
    return work.offer(invocation, milliseconds, TimeUnit.MILLISECONDS);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith(BASE)) {
      Http.answer(exchange, 404, "application/json", new byte[0]);
      return;
    }
    String call = path.substring(BASE.length());
    if (call.equals("invocation/next")) {
      next(exchange);
    } else if (call.equals("init/error")) {
      Optional<byte[]> body = Http.body(exchange, MAX_ANSWER);
      initError.complete(error(body.orElse(new byte[0])));
      accepted(exchange);
    } else if (call.startsWith("invocation/") && call.endsWith("/response")) {
      Optional<byte[]> body = Http.body(exchange, MAX_ANSWER);
      finish(
          exchange,
          body.<Outcome>map(Outcome.Answer::new)
              .orElseGet(
                  () ->
                      Outcome.failure(
                          "Function.ResponseSizeTooLarge",
                          "Response payload size exceeded maximum allowed payload size ("
                              + MAX_ANSWER
                              + " bytes).")));
    } else if (call.startsWith("invocation/") && call.endsWith("/error")) {
      finish(exchange, error(Http.body(exchange, MAX_ANSWER).orElse(new byte[0])));
    } else {
      Http.answer(exchange, 404, "application/json", new byte[0]);
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    ready.complete(null);
    Invocation invocation;
    try {
      invocation = work.take();
    } catch (InterruptedException e) {
      // The instance is being stopped; the connection is closed without an answer.
      Thread.currentThread().interrupt();
      return;
    }
    invocation.taken = true;
    current.set(invocation);
    // The native client of the runtime crashes when one of these is missing.
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId);
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline.toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set("Lambda-Runtime-Trace-Id", invocation.traceId);
    Http.answer(exchange, 200, "application/json", invocation.event);
  }

  private void finish(HttpExchange exchange, Outcome outcome) throws IOException {
    Invocation invocation = current.getAndSet(null);
    accepted(exchange);
    if (invocation != null) {
      invocation.outcome.complete(outcome);
    }
  }

  private static void accepted(HttpExchange exchange) throws IOException {
    byte[] ok = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
    Http.answer(exchange, 202, "application/json", ok);
  }

  private static Outcome.Failure error(byte[] body) {
    try {
      JsonNode type = JSON.readTree(body).path("errorType");
      if (type.isTextual()) {
        return new Outcome.Failure(type.textValue(), body);
      }
    } catch (IOException e) {
      return Outcome.failure("Runtime.Unknown", "The runtime reported an error that is not JSON.");
    }
    return Outcome.failure("Runtime.Unknown", "The runtime reported an error without a type.");
  }

  @Override
  public void close() {
    http.close();
  }
}
