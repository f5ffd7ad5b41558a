package io.stagegate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A review as JSON: one object, its members always in the same order, so the same review is the
 * same bytes. {@link ReviewDecoder} reads it back.
 */
public final class ReviewCodec {
  /** Grows when a member changes its meaning; a new member alone does not. */
  static final int VERSION = 1;

  private ReviewCodec() {}

  /** UTF-8, indented, ending with a line feed. */
  public static byte[] encode(Review review) {
    try {
      String text = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(review));
      return (encodable(text.replace("\r\n", "\n")) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of text and numbers can always be written", e);
    }
  }

  /** Half a character is written as JSON's escape for it, for the bytes could not hold it. */
  private static String encodable(String text) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Json.loneSurrogate(text, i)) {
        out.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Reads what {@link #encode} wrote. */
  public static Review decode(byte[] bytes) {
    return ReviewDecoder.decode(bytes);
  }

  /** Reads what {@link #tree} gave. */
  public static Review decode(JsonNode tree) {
    return ReviewDecoder.review(tree);
  }

  /** The same as a tree, for use inside of a larger document. */
  public static ObjectNode tree(Review review) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    root.set("changeSet", changeSet(review.changeSet()));
    root.put("executable", review.executable());
    root.put("digest", review.digest());
    root.put("risk", review.risk().name());
    root.set("summary", summary(review.summary()));
    ArrayNode changes = root.putArray("changes");
    review.changes().forEach(change -> changes.add(change(change)));
    root.put("headline", review.headline());
    root.set("risks", risks(review.risks()));
    ArrayNode sets = root.putArray("changeSets");
    review.changeSets().forEach(set -> sets.add(changeSet(set)));
    root.put("version", VERSION);
    return root;
  }

  private static ObjectNode changeSet(ChangeSetInfo info) {
    return Json.MAPPER
        .createObjectNode()
        .put("name", info.name())
        .put("id", info.id())
        .put("stack", info.stack())
        .put("status", info.status())
        .put("executionStatus", info.executionStatus())
        .put("statusReason", info.statusReason())
        .put("createdAt", info.createdAt());
  }

  private static ObjectNode summary(Summary summary) {
    return Json.MAPPER
        .createObjectNode()
        .put("add", summary.add())
        .put("modify", summary.modify())
        .put("remove", summary.remove())
        .put("import", summary.imported())
        .put("dynamic", summary.dynamic())
        .put("sync", summary.sync())
        .put("replace", summary.replace())
        .put("mayReplace", summary.mayReplace())
        .put("stacks", summary.stacks());
  }

  private static ObjectNode change(Change change) {
    ObjectNode node =
        Json.MAPPER
            .createObjectNode()
            .put("stack", change.stack())
            .put("action", change.action())
            .put("logicalId", change.logicalId())
            .put("physicalId", change.physicalId())
            .put("type", change.type())
            .put("replacement", change.replacement().name())
            .put("policyAction", change.policyAction());
    change.scope().forEach(node.putArray("scope")::add);
    node.set("risks", risks(change.risks()));
    ArrayNode properties = node.putArray("properties");
    change.properties().forEach(property -> properties.add(property(property)));
    return node;
  }

  private static ArrayNode risks(List<Risk> risks) {
    ArrayNode array = Json.MAPPER.createArrayNode();
    for (Risk risk : risks) {
      array
          .addObject()
          .put("kind", risk.kind().name())
          .put("level", risk.level().name())
          .put("certain", risk.certain())
          .put("why", risk.why());
    }
    return array;
  }

  private static ObjectNode property(PropertyChange property) {
    ObjectNode node =
        Json.MAPPER
            .createObjectNode()
            .put("attribute", property.attribute())
            .put("name", property.name())
            .put("path", property.path())
            .put("before", property.before())
            .put("after", property.after())
            .put("change", property.change().name())
            .put("recreation", property.recreation().name())
            .put("known", property.known());
    ArrayNode causes = node.putArray("causes");
    for (Cause cause : property.causes()) {
      causes
          .addObject()
          .put("source", cause.source())
          .put("entity", cause.entity())
          .put("evaluation", cause.evaluation().name());
    }
    return node;
  }
}
