package io.stagegate.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stagegate.template.Template;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything that will be applied, in one canonical form: members sorted, changes
 * sorted, states and times left out (they are checked apart, and change while a review waits).
 * Names and ids of change sets are left out too: two that would do the same to the same stack are
 * the same.
 */
final class Digest {
  private static final Comparator<ChangeSet> ORDER =
      Comparator.comparing(ChangeSet::stack)
          .thenComparing(set -> Json.canonical(set.applied()))
          .thenComparing(set -> String.join("\n", set.changes()));

  private final MessageDigest sha256;

  private Digest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(Collection<ChangeSet> sets, ReviewInput input) {
    Digest digest = new Digest();
    for (ChangeSet set : sets.stream().sorted(ORDER).toList()) {
      // Canonical text has no line breaks of its own, so lines can't be mistaken for others.
      digest.add(Json.canonical(TextNode.valueOf(set.stack())) + "\n");
      digest.add(Json.canonical(set.applied()) + "\n");
      set.changes().forEach(change -> digest.add(change + "\n"));
    }
    digest.add(Json.canonical(besides(input)));
    return "sha256:" + HexFormat.of().formatHex(digest.sha256.digest());
  }

  private void add(String text) {
    sha256.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is given beside the answers. */
  private static ObjectNode besides(ReviewInput input) {
    ObjectNode all = Json.MAPPER.createObjectNode();
    ObjectNode templates = all.putObject("templates");
    input
        .templates()
        .forEach(
            (stack, given) -> {
              ObjectNode node = templates.putObject(stack);
              template(node, "before", given.before());
              template(node, "after", given.after());
              texts(node.putObject("beforeParameters"), given.beforeParameters());
              texts(node.putObject("afterParameters"), given.afterParameters());
            });
    texts(all.putObject("material"), input.material());
    return all;
  }

  private static void template(ObjectNode node, String member, @Nullable Template template) {
    if (template != null) {
      node.set(member, template.tree());
    }
  }

  private static void texts(ObjectNode node, Map<String, String> texts) {
    texts.forEach(node::put);
  }
}
