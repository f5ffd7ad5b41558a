package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.Exposures.Exposure;
import io.stagegate.review.StatefulTypes.Stateful;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What can be reached by more callers than before. */
final class ExposureRule implements Rule {
  private static final List<String> BLOCKS =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (facts.row().remove() || !facts.comparable()) {
      return risks;
    }
    Exposures.of("*").forEach(each -> setting(facts, each, risks));
    Exposures.of(facts.type()).forEach(each -> setting(facts, each, risks));
    switch (facts.type()) {
      case "AWS::S3::Bucket", "AWS::S3::AccessPoint" -> blocks(facts, risks);
      case "AWS::ApiGateway::RestApi" -> leavesPrivate(facts, risks);
      case "AWS::ECR::PublicRepository" -> {
        if (facts.arrives()) {
          risks.add(anybody(RiskLevel.MEDIUM, "Anybody can pull its images"));
        }
      }
      default -> {
        // Nothing of other types opens by more than one setting.
      }
    }
    return risks;
  }

  private static void setting(Facts facts, Exposure exposure, List<Risk> risks) {
    JsonNode was = facts.was().at(exposure.pointer());
    JsonNode now = facts.will().at(exposure.pointer());
    boolean wasOpen = !facts.arrives() && opens(exposure, was);
    RiskLevel level = facts.arrives() ? exposure.whenNew() : RiskLevel.HIGH;
    if (wasOpen || level == RiskLevel.NONE) {
      return;
    }
    String name = exposure.pointer().last().getMatchingProperty();
    if (opens(exposure, now)) {
      String shown = now.isMissingNode() ? name + " not given" : name + " " + exposure.open();
      risks.add(anybody(level, says(facts, exposure, shown)));
    } else if (Values.unknown(now) && !now.equals(was)) {
      risks.add(
          Risk.unsure(
              RiskKind.PUBLIC_ACCESS,
              level,
              says(facts, exposure, name + " is known only after the deployment")
                  .replace(" now ", " perhaps ")));
    }
  }

  private static boolean opens(Exposure exposure, JsonNode value) {
    return value.isMissingNode()
        ? exposure.absentOpens()
        : value.asText().equalsIgnoreCase(exposure.open());
  }

  private static String says(Facts facts, Exposure exposure, String shown) {
    Stateful stateful = StatefulTypes.of(facts.type());
    String noun = stateful == null ? "resource" : stateful.noun();
    return exposure.says().replace("NOUN", noun).replace("%s", shown);
  }

  private static void blocks(Facts facts, List<Risk> risks) {
    JsonNode was = facts.was().path("PublicAccessBlockConfiguration");
    JsonNode now = facts.will().path("PublicAccessBlockConfiguration");
    // A new bucket without the block has AWS's own default, which blocks.
    String opened =
        BLOCKS.stream()
            .filter(
                block ->
                    facts.arrives()
                        ? now.path(block).asText().equals("false")
                        : was.path(block).asBoolean()
                            && !now.path(block).asBoolean()
                            && !Values.unknown(now.path(block)))
            .collect(Collectors.joining(", "));
    if (!opened.isEmpty()) {
      risks.add(
          anybody(
              RiskLevel.HIGH,
              facts.arrives()
                  ? "The bucket does not block public access (" + opened + ")"
                  : "The bucket no longer blocks public access (" + opened + ")"));
    }
  }

  private static void leavesPrivate(Facts facts, List<Risk> risks) {
    boolean was = types(facts.was()).contains("PRIVATE");
    if (was && !types(facts.will()).contains("PRIVATE")) {
      risks.add(
          anybody(RiskLevel.HIGH, "The internet can now reach the API, which was private so far"));
    }
  }

  private static List<String> types(JsonNode properties) {
    return Json.texts(properties.path("EndpointConfiguration").path("Types"));
  }

  private static Risk anybody(RiskLevel level, String why) {
    return Risk.sure(RiskKind.PUBLIC_ACCESS, level, why);
  }
}
