package io.stagegate.local.function;

import io.stagegate.local.support.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances of one function: few, started when needed, used again. */
final class FunctionPool implements AutoCloseable {
  private final Supplier<Instance> starter;
  private final Duration patience;
  private final Semaphore free;
  private final int most;
  private final LinkedBlockingDeque<Instance> idle = new LinkedBlockingDeque<>();
  private final Set<Instance> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FunctionPool(Supplier<Instance> starter, int most, Duration patience) {
    this.starter = starter;
    this.most = most;
    this.patience = patience;
    this.free = new Semaphore(most);
  }

  /** Starts an instance when there is none yet, and returns when it is ready (or has failed). */
  void warm() {
    if (all.isEmpty() && free.tryAcquire()) {
      Instance instance = startNew();
      instance.started().join();
      giveBack(instance);
    }
  }

  /** Has one of the instances handle the invocation. */
  Outcome invoke(Invocation invocation) throws InterruptedException {
    while (true) {
      Lease lease = take(invocation.deadline);
      if (lease == null) {
        return Outcome.failure(
            "TooManyRequestsException",
            "All " + most + " instances stayed busy until the deadline.");
      }
      Outcome outcome = lease.instance().invoke(invocation);
      giveBack(lease.instance());
      // A JVM that had ended while idle never saw the event: a fresh one gets it.
      boolean lost = outcome instanceof Outcome.Failure && !invocation.taken && lease.used();
      if (!lost || Instant.now().isAfter(invocation.deadline)) {
        return outcome;
      }
      invocation =
          new Invocation(
              invocation.requestId, invocation.traceId, invocation.deadline, invocation.event);
    }
  }

  private record Lease(Instance instance, boolean used) {}

  private @Nullable Lease take(Instant deadline) throws InterruptedException {
    while (!closed && Instant.now().isBefore(deadline)) {
      Instance instance =
          all.isEmpty() ? idle.poll() : idle.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (instance != null) {
        if (instance.alive()) {
          return new Lease(instance, true);
        }
        discard(instance);
      } else if (free.tryAcquire()) {
        return new Lease(startNew(), false);
      }
    }
    return null;
  }

  private Instance startNew() {
    try {
      Instance instance = starter.get();
      all.add(instance);
      if (closed) {
        instance.close();
      }
      return instance;
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private void giveBack(Instance instance) {
    if (instance.alive()) {
      idle.addFirst(instance);
    } else {
      discard(instance);
    }
  }

  private void discard(Instance instance) {
    if (all.remove(instance)) {
      instance.close();
      free.release();
    }
  }

  @Override
  public void close() {
    closed = true;
    Together.each(all, Instance::close);
  }
}
