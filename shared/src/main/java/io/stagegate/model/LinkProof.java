package io.stagegate.model;

/** What a project asks for beside a personal link before its review is shown and decided on. */
public enum LinkProof {
  /** To be signed in as the very person the link is for. */
  SESSION,
  /** That, or a code that is sent to them when they ask for it. */
  CODE,
  /** Nothing: whoever holds the link is taken for that person. */
  LINK;

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException where it is none, naming those there are
   */
  public static LinkProof of(String name) {
    for (var proof : values()) {
      if (proof.name().equals(name)) {
        return proof;
      }
    }
    throw new IllegalArgumentException("it is SESSION, CODE or LINK");
  }
}
