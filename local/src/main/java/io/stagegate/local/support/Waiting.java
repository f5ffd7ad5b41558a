package io.stagegate.local.support;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition by asking again and again, within a limit. */
public final class Waiting {
  private Waiting() {}

  /** The condition did not come true in time. */
  public static final class TookTooLongException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    TookTooLongException(String message) {
      super(message);
    }
  }

  /**
   * Asks until there is an answer.
   *
   * @param what ends the sentence "... did not happen within N s" of the failure
   * @param every time between two questions
   * @throws TookTooLongException when {@code limit} has passed or the thread was interrupted (the
   *     interrupt flag stays set)
   */
  public static <T> T until(
      String what, Duration limit, Duration every, Callable<Optional<T>> question) {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Optional<T> answer = ask(question);
      if (answer.isPresent()) {
        return answer.get();
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new TookTooLongException("interrupted while waiting for " + what);
      }
      if (System.nanoTime() - end > 0) {
        throw new TookTooLongException(what + " did not happen within " + seconds(limit));
      }
      LockSupport.parkNanos(every.toNanos());
    }
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() / 1000.0 + " s";
  }

  private static <T> Optional<T> ask(Callable<Optional<T>> question) {
    try {
      return question.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
