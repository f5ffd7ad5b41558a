package io.stagegate.functions.notify;

/** A message could not be sent; the reason is fit to be shown to members of the project. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FailedException(String reason) {
    super(reason);
  }

  FailedException(String reason, Throwable cause) {
    super(reason, cause);
  }

  /** What is shown of any failure: of one that isn't ours, its kind alone. */
  static String reasonOf(RuntimeException failure) {
    return failure instanceof FailedException ours
        ? String.valueOf(ours.getMessage())
        : failure.getClass().getSimpleName();
  }
}
