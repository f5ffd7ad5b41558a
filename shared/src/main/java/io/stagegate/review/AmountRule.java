package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.Amounts.Capacity;
import io.stagegate.review.Amounts.Kept;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is kept for a shorter time, costs more, or has less to serve with. */
final class AmountRule implements Rule {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return List.of();
    }
    List<Risk> risks = new ArrayList<>();
    logs(facts, risks);
    for (String name : facts.changed()) {
      Amounts.KEPT.getOrDefault(name, List.of()).forEach(each -> kept(each, facts, risks));
      Amounts.CAPACITY.getOrDefault(name, List.of()).forEach(each -> capacity(each, facts, risks));
      Amounts.SIZES.getOrDefault(name, List.of()).forEach(each -> size(each, facts, risks));
    }
    return risks;
  }

  private static void kept(Kept each, Facts facts, List<Risk> risks) {
    Optional<BigDecimal> was = number(facts.was().at(each.pointer()));
    Optional<BigDecimal> now = number(facts.will().at(each.pointer()));
    if (was.isEmpty() || now.isEmpty() || now.get().compareTo(was.get()) >= 0) {
      return;
    }
    risks.add(
        now.get().signum() == 0
            ? Risk.sure(
                RiskKind.PROTECTION,
                RiskLevel.HIGH,
                "No " + each.what() + " any more" + change(was.get(), now.get()))
            : Risk.sure(
                RiskKind.PROTECTION,
                RiskLevel.MEDIUM,
                "The time that " + each.what() + " gets shorter" + change(was.get(), now.get())));
  }

  /** Without a number, logs are kept for ever. */
  private static void logs(Facts facts, List<Risk> risks) {
    boolean forEver = facts.was().path("RetentionInDays").isMissingNode();
    if (forEver && facts.type().equals("AWS::Logs::LogGroup")) {
      number(facts.will().path("RetentionInDays"))
          .ifPresent(
              days ->
                  risks.add(
                      Risk.sure(
                          RiskKind.PROTECTION,
                          RiskLevel.MEDIUM,
                          "Logs older than " + days + " days, kept for ever so far, are deleted")));
    }
  }

  private static void capacity(Capacity each, Facts facts, List<Risk> risks) {
    Optional<BigDecimal> was = number(facts.was().at(each.pointer()));
    Optional<BigDecimal> now = number(facts.will().at(each.pointer()));
    if (now.isEmpty() || was.isPresent() && was.get().compareTo(now.get()) == 0) {
      return;
    }
    if (each.runs() && now.get().signum() == 0) {
      risks.add(
          Risk.sure(
              RiskKind.DOWNTIME, RiskLevel.HIGH, "It no longer runs (" + each.what() + " 0)"));
    } else if (was.isPresent()) {
      boolean more = now.get().compareTo(was.get()) > 0;
      risks.add(
          Risk.sure(
              more ? RiskKind.COST : RiskKind.DOWNTIME,
              RiskLevel.LOW,
              (more ? "It may cost more: " : "It has less to serve with: ")
                  + each.what()
                  + change(was.get(), now.get()).substring(1)));
    }
  }

  private static void size(JsonPointer size, Facts facts, List<Risk> risks) {
    JsonNode was = facts.was().at(size);
    JsonNode now = facts.will().at(size);
    if (!was.isMissingNode() && !now.isMissingNode() && !was.equals(now)) {
      risks.add(
          Risk.unsure(
              RiskKind.COST,
              RiskLevel.MEDIUM,
              size.last().getMatchingProperty()
                  + " changes: it may cost more, and may interrupt for a while"));
    }
  }

  private static String change(BigDecimal was, BigDecimal now) {
    return ": " + was.toPlainString() + " -> " + now.toPlainString();
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    String text = node.asText();
    return !text.isEmpty() && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
