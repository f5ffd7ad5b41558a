package io.stagegate.local;

import java.util.concurrent.Callable;

/** Is told what goes on, for people who wait. */
public interface Progress {
  /** Tells nobody. */
  static Progress silent() {
    return new Progress() {
      @Override
      public <T> T step(String what, Callable<T> work) throws Exception {
        return work.call();
      }
    };
  }

  /** Does some work while {@code what} ("starting the emulator") is shown; fails as it does. */
  <T> T step(String what, Callable<T> work) throws Exception;

  /** The system is being stopped because the program was interrupted. */
  default void stopping() {}
}
