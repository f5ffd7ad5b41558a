package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a document's statements. Of a {@code Fn::If} that can't be decided both branches are read,
 * each for the case that it holds.
 */
final class PolicyReader {
  private final List<Statement> statements = new ArrayList<>();
  private boolean whole = true;

  Policy read(JsonNode document) {
    document(document, "");
    return new Policy(statements, whole);
  }

  private void document(JsonNode node, String when) {
    if (node.has("Fn::If")) {
      document(branch(node, 1), holds(node, when, 1));
      document(branch(node, 2), holds(node, when, 2));
    } else if (node.has("PolicyDocument")) {
      document(node.path("PolicyDocument"), when);
    } else if (node.has("Statement")) {
      statements(node.path("Statement"), when);
    } else if (!nothing(node) && (node.isValueNode() || !node.isEmpty())) {
      whole = false;
    }
  }

  private void statements(JsonNode node, String when) {
    for (JsonNode each : Texts.list(node)) {
      if (each.has("Fn::If")) {
        statements(branch(each, 1), holds(each, when, 1));
        statements(branch(each, 2), holds(each, when, 2));
      } else if (each.isArray()) {
        statements(each, when);
      } else if (!nothing(each)) {
        statement(each, when);
      }
    }
  }

  private void statement(JsonNode node, String when) {
    String effect = node.path("Effect").asText();
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      whole = false;
      return;
    }
    statements.add(
        new Statement(
            effect.equals("Allow"),
            Elements.principals(node),
            Elements.actions(node),
            Elements.resources(node),
            Conditions.of(node.path("Condition")),
            when));
  }

  private static JsonNode branch(JsonNode node, int index) {
    return node.path("Fn::If").path(index);
  }

  private static String holds(JsonNode node, String when, int index) {
    String name = node.path("Fn::If").path(0).asText();
    String one = index == 1 ? name : "not " + name;
    return when.isEmpty() ? one : when + " and " + one;
  }

  private static boolean nothing(JsonNode node) {
    return node.isMissingNode()
        || node.isNull()
        || node.path("Ref").asText().equals("AWS::NoValue");
  }
}
