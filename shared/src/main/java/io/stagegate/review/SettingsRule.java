package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.Settings.Amount;
import io.stagegate.review.Settings.Switch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Encryption, protection, retention and capacity of what is modified. */
final class SettingsRule implements Rule {
  private static final JsonPointer RETENTION = JsonPointer.compile("/RetentionInDays");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    boolean told = facts.before().isObject() && facts.after().isObject();
    if (!told || !facts.row().modify() || facts.typeChanges()) {
      return List.of();
    }
    List<Risk> risks = new ArrayList<>();
    JsonNode before = facts.before().path("Properties");
    JsonNode after = facts.after().path("Properties");
    Settings.SWITCHES.forEach(each -> off(each, before, after, risks));
    Settings.AMOUNTS.forEach(each -> amount(each, before, after, risks));
    for (String size : Settings.SIZES) {
      if (before.has(size) && after.has(size) && !before.path(size).equals(after.path(size))) {
        risks.add(
            Risk.unsure(
                RiskKind.COST,
                RiskLevel.MEDIUM,
                size + " changes: it may cost more, and may interrupt for a while"));
      }
    }
    policy(facts, "DeletionPolicy", "removed", risks);
    policy(facts, "UpdateReplacePolicy", "replaced", risks);
    if (after.path("ReservedConcurrentExecutions").asText().equals("0")
        && !before.path("ReservedConcurrentExecutions").asText().equals("0")) {
      risks.add(
          Risk.sure(
              RiskKind.DOWNTIME, RiskLevel.HIGH, "The function no longer runs (concurrency 0)"));
    }
    return risks;
  }

  private static void off(Switch each, JsonNode before, JsonNode after, List<Risk> risks) {
    JsonNode was = before.at(each.pointer());
    JsonNode now = after.at(each.pointer());
    boolean key = each.pointer().last().getMatchingProperty().endsWith("KeyId");
    if (on(was) && !on(now)) {
      risks.add(Risk.sure(each.kind(), each.level(), "It loses " + each.what()));
    } else if (key && on(was) && !was.equals(now)) {
      risks.add(Risk.sure(each.kind(), RiskLevel.MEDIUM, "It is encrypted with another key"));
    }
  }

  private static boolean on(JsonNode node) {
    if (node.isContainerNode()) {
      return !node.isEmpty();
    }
    return switch (node.asText().toLowerCase(java.util.Locale.ROOT)) {
      case "", "false", "suspended", "disabled", "null" -> false;
      default -> true;
    };
  }

  private static void amount(Amount each, JsonNode before, JsonNode after, List<Risk> risks) {
    Optional<BigDecimal> was = number(before.at(each.pointer()));
    Optional<BigDecimal> now = number(after.at(each.pointer()));
    if (each.pointer().equals(RETENTION) && before.at(each.pointer()).isMissingNode()) {
      // Without a number, logs are kept for ever.
      now.ifPresent(
          days ->
              risks.add(
                  Risk.sure(
                      RiskKind.PROTECTION,
                      RiskLevel.MEDIUM,
                      "Logs older than " + days + " days, kept for ever so far, are deleted")));
      return;
    }
    if (was.isEmpty() || now.isEmpty()) {
      return;
    }
    int change = now.get().compareTo(was.get());
    String text = was.get().toPlainString() + " -> " + now.get().toPlainString();
    if (each.harmsWhenLess() && change < 0) {
      String shorter = "The time that " + each.what() + " gets shorter: " + text;
      risks.add(Risk.sure(each.kind(), RiskLevel.MEDIUM, shorter));
    } else if (!each.harmsWhenLess() && change > 0) {
      risks.add(
          Risk.sure(each.kind(), RiskLevel.LOW, "It costs more: " + each.what() + " " + text));
    }
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    String text = node.asText();
    return !text.isEmpty() && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static void policy(Facts facts, String policy, String when, List<Risk> risks) {
    String was = facts.before().path(policy).asText();
    String now = facts.after().path(policy).asText();
    boolean kept = was.startsWith("Retain") || was.equals("Snapshot");
    if (kept && !now.equals(was) && !now.startsWith("Retain")) {
      risks.add(
          Risk.sure(
              RiskKind.PROTECTION,
              RiskLevel.MEDIUM,
              "When it is " + when + " from now on, its data is no longer kept (" + policy + ")"));
    }
  }
}
