package io.stagegate.local.support;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does the same to many things at once. */
public final class Together {
  private Together() {}

  /** Returns when all are done; a failure of one is thrown when the others have ended. */
  public static <T> void each(Collection<T> things, Consumer<T> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      things.stream()
          .map(thing -> threads.submit(() -> work.accept(thing)))
          .toList()
          .forEach(Together::await);
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
