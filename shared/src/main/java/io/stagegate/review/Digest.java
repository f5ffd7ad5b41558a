package io.stagegate.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stagegate.template.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that will be applied, in one canonical form: members sorted, changes
 * sorted, states and times left out (they are checked apart, and change while a review waits).
 */
final class Digest {
  private Digest() {}

  static String of(Collection<ChangeSet> sets, ReviewInput input) {
    ObjectNode all = Json.MAPPER.createObjectNode();
    StringBuilder text = new StringBuilder();
    for (ChangeSet set : sets) {
      // Canonical text has no line breaks of its own, so lines can't be mistaken for others.
      text.append(Json.canonical(TextNode.valueOf(set.key()))).append('\n');
      text.append(Json.canonical(set.applied())).append('\n');
      set.changes().forEach(change -> text.append(change).append('\n'));
    }
    ObjectNode templates = all.putObject("templates");
    new TreeMap<>(input.templates())
        .forEach(
            (stack, given) -> {
              ObjectNode node = templates.putObject(stack);
              template(node, "before", given.before());
              template(node, "after", given.after());
              texts(node.putObject("beforeParameters"), given.beforeParameters());
              texts(node.putObject("afterParameters"), given.afterParameters());
            });
    texts(all.putObject("material"), input.material());
    return "sha256:" + sha256(text.append(Json.canonical(all)).toString());
  }

  private static void template(ObjectNode node, String member, @Nullable Template template) {
    if (template != null) {
      node.set(member, template.tree());
    }
  }

  private static void texts(ObjectNode node, Map<String, String> texts) {
    texts.forEach(node::put);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
