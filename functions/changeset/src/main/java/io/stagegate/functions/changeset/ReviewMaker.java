package io.stagegate.functions.changeset;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.cloud.Stacks;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.model.ServicePackage;
import io.stagegate.release.Plan;
import io.stagegate.review.NestedStacks;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import io.stagegate.review.RiskKind;
import io.stagegate.review.RiskLevel;
import io.stagegate.review.StackTemplates;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers everything that a release would apply, and has it read. */
final class ReviewMaker {
  private final Stacks stacks;
  private final Templates templates;

  /** A change set of the release isn't there any more. The message is fit to show. */
  static final class ChangeSetGoneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangeSetGoneException(String message) {
      super(message);
    }
  }

  @Inject
  ReviewMaker(Stacks stacks, Templates templates) {
    this.stacks = stacks;
    this.templates = templates;
  }

  /**
   * A review that was made.
   *
   * @param stacks the version of each stack that it was made against, by ARN
   */
  record Made(Review review, Map<String, String> stacks) {}

  Made make(Plan plan, List<ServiceChangeSet> changeSets) {
    Map<String, String> versions = new TreeMap<>();
    List<JsonNode> documents = new ArrayList<>();
    Map<String, StackTemplates> pairs = new HashMap<>();
    Map<String, String> material = new TreeMap<>();
    for (var set : changeSets) {
      var made = plan.packageOf(set.service());
      var stack = plan.stackName(set.service());
      var version = version(stacks, set.stackId());
      versions.put(set.stackId(), version);
      addMaterial(material, stack, set, made);
      material.put(stack + " version", version);
      if (set.empty()) {
        continue;
      }
      requireThere(set);
      documents.addAll(stacks.describe(set.id()));
      var parameters = templates.parametersOf(made, plan.stage().target());
      pairs.put(
          stack,
          new StackTemplates(templates.deployed(stack), templates.of(made), Map.of(), parameters));
    }
    for (var nested : NestedStacks.leaving(documents)) {
      pairs.put(nested, StackTemplates.of(templates.deployed(nested), null));
    }
    return switch (new Reviewer()
        .review(new ReviewInput(documents, pairs, plan.stage().name().value(), material))) {
      case ReviewResult.Reviewed(var review) ->
          new Made(whole(review, Totals.of(documents)), versions);
      case ReviewResult.Unreadable(var reason) ->
          throw new IllegalStateException("the change sets can't be read: " + reason);
    };
  }

  /**
   * The review, where it tells all that would be applied: nobody is asked about a part.
   *
   * @param told how many changes CloudFormation tells of
   */
  static Review whole(Review review, int told) {
    if (review.changes().size() != told) {
      throw new IllegalStateException(
          "the review is not whole: it has %d changes, CloudFormation tells of %d"
              .formatted(review.changes().size(), told));
    }
    review.risks().stream()
        .filter(risk -> risk.kind() == RiskKind.INCOMPLETE && risk.level() == RiskLevel.HIGH)
        .findFirst()
        .ifPresent(
            risk -> {
              throw new IllegalStateException("the review is not whole: " + risk.why());
            });
    return review;
  }

  private void requireThere(ServiceChangeSet set) {
    var available =
        stacks
            .status(set.id())
            .filter(status -> status.executionStatus().equals("AVAILABLE"))
            .isPresent();
    if (!available) {
      throw new ChangeSetGoneException(
          "The change set of "
              + set.service()
              + " can no longer be applied: another change to its stack came in between, or"
              + " somebody deleted it.");
    }
  }

  /** What the change sets don't tell: the bytes they use, and which of them change nothing. */
  private static void addMaterial(
      Map<String, String> material, String stack, ServiceChangeSet set, ServicePackage made) {
    material.put(stack + " change set", set.empty() ? "empty" : "made");
    material.put(stack + " template", made.template().sha256());
    made.objects().forEach(object -> material.put(stack + " " + object.key(), object.sha256()));
  }

  /** The version of a stack as it is now: it changes with each operation. */
  static String version(Stacks stacks, String stackId) {
    return stacks.find(stackId).map(Stacks.Stack::version).orElse("absent");
  }
}
