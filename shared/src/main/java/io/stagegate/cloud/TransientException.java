package io.stagegate.cloud;

/**
 * Something outside failed in a way that may pass: throttling, a service's own failure, no answer.
 * The state machines retry on this class's name, and on that of the store's {@code
 * ContentionException}: docs/adr/0006-transient-by-name.md.
 */
public final class TransientException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TransientException(String message, Throwable cause) {
    super(message, cause);
  }
}
