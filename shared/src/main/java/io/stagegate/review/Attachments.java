package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of the policies that an identity has from elsewhere.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html">SAM
 *     policy templates</a>
 */
final class Attachments {
  private static final List<String> LISTS =
      List.of("ManagedPolicyArns", "ManagedPolicies", "Groups", "CustomerManagedPolicyReferences");

  private Attachments() {}

  static Set<String> of(String type, JsonNode properties) {
    Set<String> names = new TreeSet<>();
    boolean identity = type.startsWith("AWS::IAM::") && !type.endsWith("Policy");
    if (identity || type.equals("AWS::SSO::PermissionSet")) {
      LISTS.forEach(list -> list(list, properties.path(list), names));
    }
    if (type.equals("AWS::RolesAnywhere::Profile")) {
      list("ManagedPolicyArns", properties.path("ManagedPolicyArns"), names);
    }
    if (type.startsWith("AWS::Serverless::")) {
      sam(properties.path("Policies"), names);
    }
    return names;
  }

  private static void list(String name, JsonNode members, Set<String> names) {
    for (JsonNode each : members) {
      if (each.isObject() && each.has("Name")) {
        names.add(each.path("Path").asText() + each.path("Name").asText());
      } else if (each.isObject()) {
        names.add(each.toString());
      } else if (name.equals("Groups")) {
        names.add("the group " + Words.name(each.asText()));
      } else {
        names.add(Words.name(each.asText()));
      }
    }
  }

  /** Names and ARNs of managed policies, and SAM's own templates with what they are about. */
  private static void sam(JsonNode policies, Set<String> names) {
    for (JsonNode each : policies.isArray() ? policies : List.of(policies)) {
      if (each.isTextual()) {
        names.add(Words.name(each.asText()));
      } else if (each.isObject() && !each.has("Statement") && !each.has("PolicyDocument")) {
        each.properties().forEach(template -> names.add(template(template)));
      }
    }
  }

  private static String template(Map.Entry<String, JsonNode> template) {
    List<String> about = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : template.getValue().properties()) {
      about.add(each.getKey() + " " + String.join("", Words.names(each.getValue())));
    }
    String subject = about.isEmpty() ? "" : " for " + String.join(", ", about);
    return template.getKey().startsWith("Fn::")
        ? template.getKey() + " gives"
        : "SAM's " + template.getKey() + subject;
  }
}
