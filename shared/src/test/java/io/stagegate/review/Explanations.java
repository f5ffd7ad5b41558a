package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.CloudFormationDiff.Pair;
import io.stagegate.review.Tally.Outcome;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a replacement that the other comparison finds is none. */
final class Explanations {
  private final Pair pair;
  private final Map<String, Outcome> explained = new HashMap<>();

  Explanations(Pair pair) {
    this.pair = pair;
  }

  /** Replacements that are none, and what would follow them. */
  void explain(List<JsonNode> resources) {
    boolean grows = true;
    while (grows) {
      grows = false;
      for (JsonNode resource : resources) {
        String id = resource.path("id").asText();
        for (JsonNode property : resource.path("properties")) {
          String name = property.path("name").asText();
          Outcome outcome = replaces(property) ? explanation(id, name) : null;
          grows |= outcome != null && explained.putIfAbsent(key(id, name), outcome) == null;
        }
      }
    }
  }

  /**
   * Why a property does not replace its resource; null where it does. The other comparison's
   * specification calls every property of SAM's types create-only, which SAM's documentation denies
   * for most, and it compares what is written, not what that comes to.
   */
  private @Nullable Outcome explanation(String id, String property) {
    TemplateResource will = pair.after().resources().get(id);
    TemplateResource was = pair.before().resources().get(id);
    if (will == null || was == null) {
      return null;
    }
    if (will.type().startsWith("AWS::Serverless::")) {
      return CreateOnly.of(will.type(), property) == Recreation.NEVER ? Outcome.DISPUTED : null;
    }
    if (!will.properties().path(property).equals(was.properties().path(property))) {
      return value(pair.before(), id, property).equals(value(pair.after(), id, property))
          ? Outcome.MEANS_NOTHING
          : null;
    }
    Set<String> names = References.in(will.properties().path(property));
    return explained.entrySet().stream()
        .filter(each -> names.contains(each.getKey().replaceFirst("/.*", "")))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static JsonNode value(Template template, String id, String property) {
    return Side.of(template, Map.of(), null, "").value(id, "/Properties/" + property).node();
  }

  /** What explains one property; MISSED where nothing does. */
  Outcome of(String id, String property) {
    return explained.getOrDefault(key(id, property), Outcome.MISSED);
  }

  /** The outcome where every property that is said to replace is explained. */
  Outcome all(JsonNode resource) {
    List<Outcome> outcomes =
        Json.list(resource.path("properties")).stream()
            .filter(Explanations::replaces)
            .map(p -> key(resource.path("id").asText(), p.path("name").asText()))
            .map(key -> explained.getOrDefault(key, Outcome.MISSED))
            .sorted()
            .toList();
    return outcomes.isEmpty() ? Outcome.MISSED : outcomes.getLast();
  }

  /** What explains some property of a resource; MISSED where nothing does. */
  Outcome any(String id) {
    return explained.entrySet().stream()
        .filter(each -> each.getKey().startsWith(id + "/"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Outcome.MISSED);
  }

  private static boolean replaces(JsonNode property) {
    return property.path("impact").asText().endsWith("_REPLACE");
  }

  private static String key(String id, String property) {
    return id + "/" + property;
  }
}
