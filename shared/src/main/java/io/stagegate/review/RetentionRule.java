package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rules that delete by themselves what gets old.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">S3
 *     lifecycle</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">DynamoDB
 *     time to live</a>
 */
final class RetentionRule implements Rule {
  private static final long NEVER = Long.MAX_VALUE;

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return risks;
    }
    switch (facts.type()) {
      case "AWS::S3::Bucket" -> bucket(facts, risks);
      case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" -> table(facts, risks);
      case "AWS::ECR::Repository" -> {
        JsonNode now = facts.will().path("LifecyclePolicy");
        if (!now.isMissingNode() && !now.equals(facts.was().path("LifecyclePolicy"))) {
          risks.add(deletes("Images that the new lifecycle policy names are deleted"));
        }
      }
      default -> {
        // Nothing of other types is deleted by a rule of its own.
      }
    }
    return risks;
  }

  private static void bucket(Facts facts, List<Risk> risks) {
    Map<String, Long> was = lifecycle(facts.was());
    lifecycle(facts.will())
        .forEach(
            (what, days) -> {
              long before = was.getOrDefault(what, NEVER);
              if (days < before) {
                risks.add(
                    deletes(
                        what.formatted(days)
                            + " are deleted"
                            + (before == NEVER ? "" : ", " + before + " days so far")));
              }
            });
  }

  /** After how many days what is deleted. */
  private static Map<String, Long> lifecycle(JsonNode properties) {
    Map<String, Long> days = new TreeMap<>();
    for (JsonNode rule : properties.path("LifecycleConfiguration").path("Rules")) {
      if (rule.path("Status").asText("Enabled").equals("Enabled")) {
        String prefix = rule.path("Prefix").asText(rule.path("Filter").path("Prefix").asText());
        String where = prefix.isEmpty() ? "" : " under " + prefix.replace("%", "%%");
        keep(days, "Objects" + where, rule.path("ExpirationInDays"));
        JsonNode old = rule.path("NoncurrentVersionExpirationInDays");
        JsonNode newer = rule.path("NoncurrentVersionExpiration").path("NoncurrentDays");
        keep(days, "Old versions" + where, old.isMissingNode() ? newer : old);
      }
    }
    return days;
  }

  private static void keep(Map<String, Long> days, String what, JsonNode number) {
    long value = number.asLong(0);
    if (value > 0) {
      days.merge(what + " older than %d days", value, Math::min);
    }
  }

  private static void table(Facts facts, List<Risk> risks) {
    boolean was = facts.was().path("TimeToLiveSpecification").path("Enabled").asBoolean();
    JsonNode now = facts.will().path("TimeToLiveSpecification");
    if (!was && now.path("Enabled").asBoolean()) {
      risks.add(
          deletes(
              "Items are deleted when the time in their attribute "
                  + now.path("AttributeName").asText()
                  + " is over"));
    }
  }

  private static Risk deletes(String why) {
    return Risk.sure(RiskKind.PROTECTION, RiskLevel.MEDIUM, why);
  }
}
