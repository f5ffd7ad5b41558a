package io.stagegate.functions.console.page;

import io.stagegate.model.Approval;
import io.stagegate.model.Decision;
import io.stagegate.model.Release;
import org.jspecify.annotations.Nullable;

/** How a release stands, in words. */
final class Sentences {
  private Sentences() {}

  static String of(Models.ReleasePage page) {
    var release = page.release();
    var stage = release.stage();
    return switch (release.phase()) {
      case REQUESTED -> "It is asked for and about to start.";
      case WAITING_FOR_TARGET ->
          "Another release is changing " + stage + ". This one waits in line.";
      case PREPARING -> "Its change sets are being made. Nothing changes until people decide.";
      case WAITING_FOR_APPROVAL -> waiting(page);
      case DEPLOYING -> "Approved. CloudFormation is changing " + stage + " now.";
      case SUCCEEDED -> succeeded(page);
      case NOTHING_TO_DO -> "There was nothing to change: " + stage + " is as the build makes it.";
      case REJECTED -> by("Rejected", release.decision()) + " Nothing was changed.";
      case EXPIRED -> "Nobody decided in time. Nothing was changed.";
      case SUPERSEDED -> "What was reviewed is no longer what would happen. Nothing was changed.";
      case FAILED -> "It failed. " + stage + " is as CloudFormation left it.";
    };
  }

  private static String waiting(Models.ReleasePage page) {
    var decision = page.release().decision();
    if (decision != null) {
      return switch (decision.status()) {
        case APPROVED -> by("Approved", decision) + " It is about to go on.";
        case REJECTED -> by("Rejected", decision) + " Nothing is changed.";
        case EXPIRED -> "Nobody decided in time. Nothing is changed.";
        case SUPERSEDED, PENDING -> "It was overtaken. Nothing is changed.";
      };
    }
    return page.open() ? "It waits for a decision." : "The time to decide is over.";
  }

  private static String succeeded(Models.ReleasePage page) {
    var release = page.release();
    var now = capital(release.stage().value()) + " has build " + release.build() + ".";
    return release.decision() == null ? now : now + " " + by("Approved", release.decision());
  }

  private static String by(String what, @Nullable Decision decision) {
    if (decision == null || decision.status() == Approval.Status.EXPIRED) {
      return what + ".";
    }
    return what + " by " + decision.by() + " at " + Times.exact(decision.at()) + ".";
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static boolean atWork(Release.Phase phase) {
    return switch (phase) {
      case REQUESTED, WAITING_FOR_TARGET, PREPARING, DEPLOYING -> true;
      case WAITING_FOR_APPROVAL, SUCCEEDED, NOTHING_TO_DO, REJECTED, EXPIRED, SUPERSEDED, FAILED ->
          false;
    };
  }
}
