package io.stagegate.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at once. */
final class Together {
  private Together() {}

  /** What each does. */
  interface Work<R> {
    R run(int number) throws Exception;
  }

  /** Runs the same on many threads that start at once. */
  static <R> List<R> run(int threads, Work<R> work) throws Exception {
    var start = new CountDownLatch(1);
    List<Future<R>> running = new ArrayList<>();
    List<R> results = new ArrayList<>();
    try (var executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        int number = i;
        Callable<R> task =
            () -> {
              start.await();
              return work.run(number);
            };
        running.add(executor.submit(task));
      }
      start.countDown();
      for (var each : running) {
        results.add(each.get());
      }
    }
    return results;
  }
}
