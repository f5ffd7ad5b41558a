package io.stagegate.local.support;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Closes what was started, last first, each once.
 *
 * <p>Safe to close from another thread while the start still goes on (a shutdown hook does): what
 * is added after closing is closed at once, and {@link #add} then throws {@link
 * AlreadyClosedException}, so that an interrupted start leaves nothing running.
 */
public final class Closer implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Closer.class.getName());

  /** Thrown by {@link #add} once the closer is closed: whoever starts things has to stop. */
  public static final class AlreadyClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    AlreadyClosedException() {
      super("stopped while starting");
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock closing = new ReentrantLock();
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Takes over closing of {@code resource} and returns it. */
  public <T extends AutoCloseable> T add(T resource) {
    lock.lock();
    try {
      if (!closed) {
        open.push(resource);
        return resource;
      }
    } finally {
      lock.unlock();
    }
    closeOne(resource);
    throw new AlreadyClosedException();
  }

  /** Whether {@link #close} has not begun yet. */
  public boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Closes everything; a second caller waits until the first is done. */
  @Override
  public void close() {
    closing.lock();
    try {
      for (AutoCloseable next = take(); next != null; next = take()) {
        closeOne(next);
      }
    } finally {
      closing.unlock();
    }
  }

  private @org.jspecify.annotations.Nullable AutoCloseable take() {
    lock.lock();
    try {
      closed = true;
      return open.poll();
    } finally {
      lock.unlock();
    }
  }

  private static void closeOne(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // The others must still be closed.
      LOG.log(Level.WARNING, "could not stop " + resource, e);
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
