package io.stagegate.local.function;

import io.stagegate.local.support.Processes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** One JVM of a function: takes one invocation at a time. */
final class Instance implements AutoCloseable {
  /** For the one that writes the archive of classes at its end; many may do so at once. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Exit code of a JVM that ended in order because it was asked to: 128 + SIGTERM. */
  private static final int TERMINATED = 143;

  private final RuntimeApi api;
  private final Process process;
  private final FunctionSpec spec;
  private final Launch launch;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Instance(FunctionSpec spec, RuntimeApi api, Launch launch, Process process) {
    this.spec = spec;
    this.launch = launch;
    this.api = api;
    this.process = process;
  }

  /** Starts the JVM; returns before the handler is there. */
  static Instance start(FunctionSpec spec, Function<String, Launch> launch) {
    RuntimeApi api = new RuntimeApi(spec.arn());
    try {
      Launch how = launch.apply(api.hostAndPort());
      return new Instance(spec, api, how, how.start());
    } catch (RuntimeException e) {
      api.close();
      throw e;
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Completed when the handler waits for its first event, or the JVM has ended. */
  CompletableFuture<Object> started() {
    return CompletableFuture.anyOf(api.ready, process.onExit());
  }

  /**
   * Has the function handle one event. After anything but an answer or the handler's own failure
   * the JVM is gone, as in Lambda.
   */
  Outcome invoke(Invocation invocation) throws InterruptedException {
    // An end of the JVM before the answer is an answer too; one that had come first wins.
    CompletableFuture<Process> exit = process.onExit();
    exit.thenRun(() -> invocation.outcome.complete(exited(invocation)));
    while (!api.offer(invocation, 50)) {
      if (invocation.outcome.isDone()) {
        return invocation.outcome.getNow(timedOut(invocation));
      }
      if (Instant.now().isAfter(invocation.deadline)) {
        return kill(invocation);
      }
    }
    long left = Duration.between(Instant.now(), invocation.deadline).toMillis();
    try {
      return invocation.outcome.get(Math.max(1, left), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return kill(invocation);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an outcome is never completed exceptionally", e);
    }
  }

  private Outcome kill(Invocation invocation) throws InterruptedException {
    invocation.outcome.complete(timedOut(invocation));
    process.destroyForcibly();
    if (!process.waitFor(5, TimeUnit.SECONDS)) {
      throw new IllegalStateException("can't kill process " + process.pid());
    }
    close();
    return invocation.outcome.join();
  }

  private Outcome.Failure timedOut(Invocation invocation) {
    return Outcome.failure(
        "Sandbox.Timedout",
        "RequestId: %s Error: Task timed out after %d.00 seconds"
            .formatted(invocation.requestId, spec.timeout().toSeconds()));
  }

  private Outcome.Failure exited(Invocation invocation) {
    return api.initError.getNow(
        Outcome.failure(
            "Runtime.ExitError",
            "RequestId: %s Error: Runtime exited with error: exit status %d"
                .formatted(invocation.requestId, process.exitValue())));
  }

  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    // As in Lambda, a function is not told of its end.
    Processes.end(process, launch.writesArchive() ? PATIENCE : Duration.ZERO);
    if (launch.writesArchive()) {
      launch.archive().ended(!process.isAlive() && process.exitValue() == TERMINATED);
    }
    api.close();
  }
}
