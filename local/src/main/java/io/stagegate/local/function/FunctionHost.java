package io.stagegate.local.function;

import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Http;
import io.stagegate.local.support.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs Java Lambda functions on this machine, from the very zips that go to AWS: each in JVMs of
 * its own, under the AWS Runtime Interface Client, with that function's environment only.
 *
 * <p>The emulator posts invocations to {@link #addressOf}; the event is the body, the answer is the
 * result. A failed invocation is answered by 500 with Lambda's error document and the header {@code
 * X-Amz-Function-Error}.
 */
public final class FunctionHost implements AutoCloseable {
  /** In a function's environment: where the emulator posts its invocations. */
  public static final String PROXY_VARIABLE = "MINISTACK_LAMBDA_PROXY_URL";

  private static final Logger LOG = Logger.getLogger(FunctionHost.class.getName());

  /** Lambda's limit for a synchronous event: 6 MB. */
  private static final int MAX_EVENT = 6 * 1024 * 1024;

  private static final String TRACE = "Root=1-00000000-000000000000000000000000;Sampled=0";

  private final HostSettings settings;
  private final Map<String, Hosted> functions = new ConcurrentHashMap<>();
  private final Map<Path, Unpacked> packages = new ConcurrentHashMap<>();
  private final String secret;
  private final Http http;

  private record Hosted(FunctionSpec spec, FunctionPool pool) {}

  private FunctionHost(HostSettings settings) {
    this.settings = settings;
    // The host may have to listen beyond loopback: only who knows this part may call.
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.secret = HexFormat.of().formatHex(random);
    this.http = Http.serve(new InetSocketAddress(settings.bind(), 0), this::handle);
  }

  /** Starts listening; functions are added later. */
  public static FunctionHost start(HostSettings settings) {
    return new FunctionHost(settings);
  }

  /**
   * Adds a function, or replaces the one of the same name (its JVMs end). Starts nothing.
   *
   * @param endpoint of the emulator, as this machine reaches it
   */
  public void add(FunctionSpec spec, URI endpoint) {
    Unpacked code = unpacked(spec.zip());
    startLogAnew(spec);
    FunctionPool pool =
        new FunctionPool(
            () -> Instance.start(spec, api -> Launch.of(spec, code, settings, endpoint, api)),
            settings.instances(),
            settings.patience());
    Hosted before = functions.put(spec.name(), new Hosted(spec, pool));
    if (before != null) {
      before.pool().close();
    }
  }

  /** Unpacks these packages, so that adding functions is quick; and deletes all others. */
  public void prepare(Collection<Path> zips) {
    Together.each(zips, this::unpacked);
    List<Path> used = packages.values().stream().map(code -> code.root().getParent()).toList();
    try (Stream<Path> folders = Files.list(settings.folder())) {
      for (Path folder : folders.filter(folder -> !used.contains(folder)).toList()) {
        Unpacked.deleteTree(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Several functions may come from one package: it is unpacked once. */
  private Unpacked unpacked(Path zip) {
    String runtime = settings.java() + " " + settings.runtime();
    return packages.computeIfAbsent(
        zip.toAbsolutePath(),
        file -> Unpacked.of(file, settings.folder().resolve(file.getFileName()), runtime));
  }

  /** So that logs can't grow without end over many runs. */
  private void startLogAnew(FunctionSpec spec) {
    try {
      Files.deleteIfExists(settings.logs().resolve(spec.name() + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the emulator posts the invocations of a function. */
  public URI addressOf(String function) {
    return URI.create(
        "http://%s:%d/%s/%s".formatted(settings.hostName(), http.port(), secret, function));
  }

  /** Starts an instance of each function, one after the other; returns when all wait for events. */
  public void warm(Collection<String> names) {
    for (String name : names) {
      Hosted hosted = functions.get(name);
      if (hosted != null) {
        hosted.pool().warm();
      }
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    Hosted hosted = path.length == 3 && path[1].equals(secret) ? functions.get(path[2]) : null;
    if (hosted == null || !exchange.getRequestMethod().equals("POST")) {
      Http.answer(exchange, 404, "application/json", new byte[0]);
      return;
    }
    Optional<byte[]> event = Http.body(exchange, MAX_EVENT);
    if (event.isEmpty()) {
      answer(exchange, Outcome.failure("RequestTooLargeException", "The event is over 6 MB."));
      return;
    }
    answer(exchange, invoke(hosted, exchange, event.get()));
  }

  private static Outcome invoke(Hosted hosted, HttpExchange exchange, byte[] event) {
    Instant latest = Instant.now().plus(hosted.spec().timeout());
    Invocation invocation =
        new Invocation(
            header(exchange, "X-Amzn-Lambda-Request-Id", UUID.randomUUID().toString()),
            header(exchange, "X-Amzn-Trace-Id", TRACE),
            deadline(exchange.getRequestHeaders().getFirst("X-Amzn-Lambda-Deadline-Ms"), latest),
            event);
    try {
      return hosted.pool().invoke(invocation);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.failure("Runtime.ExitError", "The local system is stopping.");
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "invocation of " + hosted.spec().name(), e);
      return Outcome.failure("Runtime.HostError", String.valueOf(e.getMessage()));
    }
  }

  private static String header(HttpExchange exchange, String name, String otherwise) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** The caller's deadline when it is a number and not beyond the function's own timeout. */
  private static Instant deadline(@Nullable String milliseconds, Instant latest) {
    if (milliseconds == null || !milliseconds.matches("\\d{1,15}")) {
      return latest;
    }
    Instant asked = Instant.ofEpochMilli(Long.parseLong(milliseconds));
    return asked.isBefore(latest) ? asked : latest;
  }

  private static void answer(HttpExchange exchange, Outcome outcome) throws IOException {
    switch (outcome) {
      case Outcome.Answer answer -> Http.answer(exchange, 200, "application/json", answer.body());
      case Outcome.Failure failure -> {
        exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
        exchange
            .getResponseHeaders()
            .set("Lambda-Runtime-Function-Error-Type", printable(failure.type()));
        Http.answer(exchange, 500, "application/json", failure.body());
      }
    }
  }

  private static String printable(String type) {
    return new String(type.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
        .replaceAll("[^\\x21-\\x7e]", "?");
  }

  @Override
  public void close() {
    Together.each(functions.values(), hosted -> hosted.pool().close());
    http.close();
  }
}
