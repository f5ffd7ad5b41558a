package io.stagegate.cli;

import java.util.Locale;

/** When text is colored. */
enum Color {
  AUTO,
  ALWAYS,
  NEVER;

  boolean on(boolean terminal) {
    return switch (this) {
      case AUTO -> terminal;
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
