package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One statement of an IAM policy, in a form that two writings of the same meaning share.
 *
 * @param who principals; empty in an identity's own policy
 * @param notWho whether it is NotPrincipal
 * @param condition canonical JSON, empty where there is none
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">Policy
 *     elements</a>
 */
record Statement(
    boolean allow,
    Set<String> who,
    boolean notWho,
    Set<String> actions,
    boolean notActions,
    Set<String> resources,
    boolean notResources,
    String condition) {

  /** The statements of a document; also of one that is JSON in a string. */
  static List<Statement> of(JsonNode document) {
    JsonNode tree = document.isTextual() ? Json.parse(document.asText()) : document;
    JsonNode statements = tree.path("Statement");
    List<Statement> list = new ArrayList<>();
    for (JsonNode each : statements.isArray() ? statements : List.of(statements)) {
      if (each.isObject() && each.has("Effect")) {
        list.add(one(each));
      }
    }
    return list;
  }

  private static Statement one(JsonNode node) {
    boolean notWho = node.has("NotPrincipal");
    boolean notActions = node.has("NotAction");
    boolean notResources = node.has("NotResource");
    return new Statement(
        "Allow".equals(Json.text(node, "Effect")),
        principals(node.path(notWho ? "NotPrincipal" : "Principal")),
        notWho,
        texts(node.path(notActions ? "NotAction" : "Action")),
        notActions,
        texts(node.path(notResources ? "NotResource" : "Resource")),
        notResources,
        node.path("Condition").isEmpty() ? "" : Json.canonical(node.path("Condition")));
  }

  private static Set<String> principals(JsonNode node) {
    if (!node.isObject()) {
      return texts(node);
    }
    Set<String> principals = new TreeSet<>();
    for (Map.Entry<String, JsonNode> kind : node.properties()) {
      principals.addAll(texts(kind.getValue()));
    }
    return principals;
  }

  private static Set<String> texts(JsonNode node) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      String text = Marker.shown(Json.show(each));
      if (text != null) {
        texts.add(text);
      } else if (!each.isMissingNode()) {
        texts.add(Marker.SHOWN);
      }
    }
    return texts;
  }

  boolean anybody() {
    return allow && (notWho || who.contains("*"));
  }

  /** True for grants so wide that nobody can say what they include. */
  boolean wide() {
    return notActions
        || notResources
        || actions.stream().anyMatch(action -> action.equals("*") || action.endsWith(":*"));
  }

  boolean passesRoles() {
    return actions.stream()
        .anyMatch(
            action -> Wildcards.covers(action.toLowerCase(java.util.Locale.ROOT), "iam:passrole"));
  }
}
