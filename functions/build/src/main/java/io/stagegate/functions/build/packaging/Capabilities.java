package io.stagegate.functions.build.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What CloudFormation must be told is meant, found from the templates. A review shows people every
 * change, so this grants nothing that they don't see.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html">CreateChangeSet,
 *     Capabilities</a>
 */
final class Capabilities {
  private static final Set<String> NAMES =
      Set.of("RoleName", "UserName", "GroupName", "ManagedPolicyName", "InstanceProfileName");

  private static final Set<String> SAM_AND_LANGUAGE =
      Set.of("AWS::Serverless-2016-10-31", "AWS::LanguageExtensions");

  private boolean iam;
  private boolean named;
  private boolean expands;

  /** Looks at a template; nested ones are looked at each for itself. */
  void see(ObjectNode template) {
    transforms(template.path("Transform"));
    resources(template.path("Resources"));
    anywhere(template);
  }

  /** A template that lies elsewhere can hold anything. */
  void seeForeignTemplate() {
    named = true;
    expands = true;
  }

  List<String> all() {
    return Stream.of(
            expands ? "CAPABILITY_AUTO_EXPAND" : "",
            named ? "CAPABILITY_NAMED_IAM" : iam ? "CAPABILITY_IAM" : "")
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private void transforms(JsonNode transform) {
    for (var each : transform.isArray() ? transform : List.of(transform)) {
      var name = each.isObject() ? each.path("Name").asText() : each.asText();
      if (!name.isEmpty()) {
        expands = true;
        // What another macro, or an included file, adds is not known here.
        named |= !SAM_AND_LANGUAGE.contains(name);
      }
    }
  }

  private void resources(JsonNode resources) {
    for (var entry : resources.properties()) {
      var body = entry.getValue();
      if (entry.getKey().startsWith("Fn::ForEach::")) {
        resources(body.path(2));
      }
      var type = body.path("Type").asText();
      if (type.startsWith("AWS::IAM::")) {
        iam = true;
        named |= NAMES.stream().anyMatch(body.path("Properties")::has);
      }
      iam |= type.startsWith("AWS::Serverless::");
      if (type.endsWith("::MODULE")) {
        seeForeignTemplate();
      }
    }
  }

  private void anywhere(JsonNode node) {
    if (node.has("Fn::Transform")) {
      transforms(node.path("Fn::Transform"));
    }
    node.forEach(this::anywhere);
  }
}
