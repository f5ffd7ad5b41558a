package io.stagegate.store;

/** The last numbers a project has given out; 0 before the first. */
public record Counters(int builds, int releases) {
  public static final Counters NONE = new Counters(0, 0);

  public Counters nextBuild() {
    return new Counters(builds + 1, releases);
  }

  public Counters nextRelease() {
    return new Counters(builds, releases + 1);
  }
}
