package io.stagegate.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints steps as they happen: on a terminal a live line with the seconds while a step goes on,
 * elsewhere one line when it is done.
 */
public final class Terminal implements Progress {
  private static final Duration EVERY = Duration.ofMillis(100);

  private final PrintStream out;
  private final boolean live;

  /** Prints to {@code out}; {@code live} where lines may be written over. */
  public Terminal(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  /** Standard output, live where that is a terminal. */
  public static Terminal standard() {
    java.io.Console console = System.console();
    return new Terminal(System.out, console != null && console.isTerminal());
  }

  /** One line. */
  public void say(String line) {
    out.println(line);
    out.flush();
  }

  @Override
  public <T> T step(String what, Callable<T> work) throws Exception {
    long begun = System.nanoTime();
    Thread ticker =
        live ? Thread.ofVirtual().start(() -> tick(what, begun)) : Thread.currentThread();
    boolean done = false;
    try {
      T result = work.call();
      done = true;
      return result;
    } finally {
      if (live) {
        ticker.interrupt();
        ticker.join();
      }
      line(done ? "✓" : "✗", what, begun);
      out.println();
      out.flush();
    }
  }

  @Override
  public void stopping() {
    say("");
    say("  Stopping (after a first start this writes class archives, some seconds).");
  }

  private void tick(String what, long begun) {
    while (!Thread.currentThread().isInterrupted()) {
      line("·", what, begun);
      LockSupport.parkNanos(EVERY.toNanos());
    }
  }

  private void line(String mark, String what, long begun) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.print(
        (live ? "\r" : "") + String.format(Locale.ROOT, "  %s %-58s %6.1f s", mark, what, seconds));
    out.flush();
  }
}
