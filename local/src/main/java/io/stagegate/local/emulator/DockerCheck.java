package io.stagegate.local.emulator;

/** Finds out whether Docker can run the emulator's image. */
@FunctionalInterface
public interface DockerCheck {
  /** The answer, with the reason for people. */
  sealed interface Answer permits Usable, Unusable {}

  /** Docker runs, and has or has just pulled the image. */
  record Usable(String why) implements Answer {}

  /** No Docker, or no image. */
  record Unusable(String why) implements Answer {}

  /** Asks; may pull the image, so it can take a while. */
  Answer check();
}
