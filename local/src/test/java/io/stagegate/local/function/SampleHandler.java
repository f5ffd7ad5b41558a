package io.stagegate.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A function for the tests, put into a zip by {@link SampleZip}; does what the event's word says.
 */
public final class SampleHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    if (event.startsWith("{")) {
      // Behind an HTTP API.
      String body = System.getenv("OWN");
      out.write(
          ("{\"statusCode\":200,\"body\":\"" + body + "\"}").getBytes(StandardCharsets.UTF_8));
      return;
    }
    String answer =
        switch (event.replace("\"", "").split(" ")[0]) {
          case "environment" -> String.join(",", new java.util.TreeMap<>(System.getenv()).keySet());
          case "value" -> System.getenv("OWN");
          case "pid" -> Long.toString(ProcessHandle.current().pid());
          case "meet" -> meet(Path.of(event.replace("\"", "").split(" ")[1]));
          case "hang" -> hang();
          case "crash" -> crash();
          case "fail" -> throw new IllegalArgumentException("as asked");
          default -> event.replace("\"", "") + " " + context.getFunctionName();
        };
    out.write(("\"" + answer + "\"").getBytes(StandardCharsets.UTF_8));
  }

  /** Returns when two invocations are here at the same time. */
  private static String meet(Path folder) throws IOException {
    Files.createTempFile(folder, "here", "");
    while (true) {
      try (var here = Files.list(folder)) {
        if (here.count() >= 2) {
          return Long.toString(ProcessHandle.current().pid());
        }
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static String hang() {
    while (true) {
      LockSupport.parkNanos(1_000_000_000);
    }
  }

  private static String crash() {
    Runtime.getRuntime().halt(7);
    return "";
  }
}
