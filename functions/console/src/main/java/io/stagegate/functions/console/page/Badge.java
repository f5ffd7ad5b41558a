package io.stagegate.functions.console.page;

import io.stagegate.model.Approval;
import io.stagegate.model.Build;
import io.stagegate.model.Release;

/**
 * A state in a word or two.
 *
 * @param tone the style: {@code good}, {@code bad}, {@code wait}, {@code work} or {@code quiet}
 */
public record Badge(String word, String tone) {

  public static Badge of(Build build) {
    return switch (build.state()) {
      case QUEUED -> new Badge("Queued", "work");
      case PACKAGING -> new Badge("Packaging", "work");
      case DEPLOYING -> new Badge("Deploying", "work");
      case DEPLOYED ->
          build.promoted() ? new Badge("Promoted", "good") : new Badge("Deployed", "good");
      case FAILED -> new Badge("Failed", "bad");
      case SKIPPED -> new Badge("Overtaken", "quiet");
    };
  }

  public static Badge of(Release release) {
    return switch (release.phase()) {
      case REQUESTED -> new Badge("Asked for", "work");
      case WAITING_FOR_TARGET -> new Badge("In line", "work");
      case PREPARING -> new Badge("Preparing", "work");
      case WAITING_FOR_APPROVAL ->
          release.decision() == null
              ? new Badge("Waits for a decision", "wait")
              : decided(release.decision().status());
      case DEPLOYING -> new Badge("Deploying", "work");
      case SUCCEEDED -> new Badge("Done", "good");
      case NOTHING_TO_DO -> new Badge("Nothing to do", "quiet");
      case REJECTED -> new Badge("Rejected", "bad");
      case EXPIRED -> new Badge("Expired", "quiet");
      case SUPERSEDED -> new Badge("Overtaken", "quiet");
      case FAILED -> new Badge("Failed", "bad");
    };
  }

  /** The decision is taken and the workflow has yet to take it up. */
  private static Badge decided(Approval.Status status) {
    return switch (status) {
      case APPROVED -> new Badge("Approved", "work");
      case REJECTED -> new Badge("Rejected", "bad");
      case EXPIRED -> new Badge("Expired", "quiet");
      case SUPERSEDED -> new Badge("Overtaken", "quiet");
      case PENDING -> new Badge("Waits for a decision", "wait");
    };
  }
}
