package io.stagegate.local.function;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** One call of a function on its way through an instance. */
final class Invocation {
  final String requestId;
  final String traceId;
  final Instant deadline;
  final byte[] event;
  final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** Whether a runtime has picked it up: from then on it may have had effects. */
  volatile boolean taken;

  Invocation(String requestId, String traceId, Instant deadline, byte[] event) {
    this.requestId = requestId;
    this.traceId = traceId;
    this.deadline = deadline;
    this.event = event;
  }
}
