package io.stagegate.local.demo;

/** A step of the story did not happen; the message says what was seen instead. */
public final class StoryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoryException(String message) {
    super(message);
  }
}
