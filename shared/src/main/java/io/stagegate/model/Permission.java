package io.stagegate.model;

/** What somebody may do in a project. */
public enum Permission {
  /** Read everything of it but secrets. */
  VIEW,
  /** Build and change dev stages. */
  DEPLOY,
  /** Ask for a promotion or a rollback. */
  ASK,
  /** Decide on a review, for the stages a member decides on. */
  DECIDE,
  /** Change members, stages and settings. */
  ADMINISTER
}
