package io.stagegate.model;

import java.util.Locale;

/** What a personal token is for. It never does more than that, nor more than its owner may. */
public enum Scope {
  /** Read what the owner may read. */
  READ,
  /** Build, and ask for promotions and rollbacks. */
  ASK,
  /** Decide on reviews. */
  DECIDE,
  /** Add projects, change members, stages and settings. */
  ADMIN;

  /** The scope that a token needs for what takes a permission. */
  static Scope of(Permission permission) {
    return switch (permission) {
      case VIEW -> READ;
      case DEPLOY, ASK -> ASK;
      case DECIDE -> DECIDE;
      case ADMINISTER -> ADMIN;
    };
  }

  /** As people and programs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #word} writes.
   *
   * @throws IllegalArgumentException where it is none, naming those there are
   */
  public static Scope ofWord(String word) {
    for (var scope : values()) {
      if (scope.word().equals(word)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("a scope is read, ask, decide or admin");
  }

  /** What a token without this scope is told. */
  public String lacking() {
    return "This token does not do that: it takes one with the scope " + word() + ".";
  }
}
