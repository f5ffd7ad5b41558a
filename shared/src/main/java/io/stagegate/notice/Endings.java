package io.stagegate.notice;

import io.stagegate.model.Approval;
import io.stagegate.model.Release;
import org.jspecify.annotations.Nullable;

/** How questions and releases ended, in a line. */
final class Endings {
  private Endings() {}

  static String ofQuestion(Release release, @Nullable Approval approval) {
    var decision = approval == null ? release.decision() : approval.decision();
    var of = name(release);
    if (decision == null) {
      return "Nobody is asked about " + of + " any more";
    }
    return switch (decision.status()) {
      case APPROVED -> decision.by() + " approved " + of;
      case REJECTED -> decision.by() + " rejected " + of;
      case EXPIRED -> "Nobody decided in time on " + of;
      case SUPERSEDED, PENDING -> "No decision is needed any more on " + of;
    };
  }

  static String ofRelease(Release release) {
    var stage = release.stage();
    return switch (release.phase()) {
      case SUCCEEDED -> "Build " + release.build() + " is in " + stage + " now";
      case NOTHING_TO_DO -> stage + " was already as build " + release.build() + " makes it";
      case REJECTED -> "Rejected: " + stage + " is as it was";
      case EXPIRED -> "Nobody decided in time: " + stage + " is as it was";
      case SUPERSEDED -> "Overtaken by another change: " + stage + " is as it was";
      case FAILED -> "Failed: build " + release.build() + " did not get to " + stage;
      case REQUESTED, WAITING_FOR_TARGET, PREPARING, WAITING_FOR_APPROVAL, DEPLOYING ->
          "Release " + release.number() + " goes on";
    };
  }

  private static String name(Release release) {
    return switch (release.kind()) {
      case PROMOTION -> "the promotion of build " + release.build() + " to " + release.stage();
      case ROLLBACK -> "the rollback of " + release.stage() + " to build " + release.build();
    };
  }
}
