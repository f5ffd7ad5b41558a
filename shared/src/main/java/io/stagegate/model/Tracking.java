package io.stagegate.model;

/** What makes a stage build by itself. */
public sealed interface Tracking {
  /** The stage builds each push to this branch. */
  record Branch(String name) implements Tracking {}

  /** The stage follows nothing: it changes only by a release. */
  record Nothing() implements Tracking {}

  Tracking NOTHING = new Nothing();
}
