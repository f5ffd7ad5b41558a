package io.stagegate.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;

/** A synthesized template to ask questions of. The zips are stand-ins: only their names matter. */
record Synthesis(JsonNode template, Path assembly) {

  /** Synthesizes in {@code folder}, which is empty. */
  static Synthesis in(Path folder, Artifacts artifacts) throws IOException {
    App app = Main.app(folder.resolve("cdk.out"));
    Main.describe(app, artifacts);
    app.synth();
    return read(folder.resolve("cdk.out"));
  }

  static Synthesis read(Path assembly) throws IOException {
    return new Synthesis(
        new ObjectMapper().readTree(assembly.resolve("Stagegate.template.json").toFile()),
        assembly);
  }

  /** Stand-ins for the zips in {@code folder}, and the real definitions. */
  static Artifacts artifacts(Path folder) throws IOException {
    Path zips = Files.createDirectories(folder.resolve("functions"));
    for (FunctionSpec spec : FunctionSpec.values()) {
      Files.writeString(zips.resolve(spec.zip() + ".zip"), "the zip of " + spec.zip());
    }
    return new Artifacts(zips, root().resolve("statemachines"));
  }

  /** The project's root. */
  static Path root() {
    return Path.of(System.getProperty("stagegate.root", ".."));
  }

  /** The resources of a type, by logical id. */
  Map<String, JsonNode> resources(String type) {
    Map<String, JsonNode> found = new TreeMap<>();
    template
        .get("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getValue().path("Type").asText().equals(type)) {
                found.put(resource.getKey(), resource.getValue());
              }
            });
    return found;
  }

  JsonNode resource(String logicalId) {
    return template.required("Resources").required(logicalId);
  }

  JsonNode properties(String logicalId) {
    return resource(logicalId).required("Properties");
  }

  /** The properties of the only resource of a type. */
  JsonNode only(String type) {
    return resources(type).values().stream()
        .reduce(
            (a, b) -> {
              throw new AssertionError("More than one " + type);
            })
        .orElseThrow(() -> new AssertionError("No " + type))
        .required("Properties");
  }

  /** The functions' properties, by the name behind the stack's. */
  Map<String, JsonNode> functions() {
    Map<String, JsonNode> found = new TreeMap<>();
    for (JsonNode function : resources("AWS::Lambda::Function").values()) {
      JsonNode properties = function.required("Properties");
      String name = properties.required("FunctionName").at("/Fn::Join/1/1").asText();
      found.put(name.substring(1), properties);
    }
    return found;
  }

  JsonNode function(String name) {
    return Objects.requireNonNull(functions().get(name), () -> "No function " + name);
  }

  /** All statements of identities' policies. */
  List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    resources("AWS::IAM::Policy")
        .forEach(
            (id, policy) ->
                policy
                    .at("/Properties/PolicyDocument/Statement")
                    .forEach(
                        statement ->
                            all.add(
                                new Statement(
                                    policy.at("/Properties/Roles/0/Ref").asText(), statement))));
    return all;
  }

  /** What a function may do, by the function's name. */
  List<Statement> statementsOf(String function) {
    String role = function(function).at("/Role/Fn::GetAtt/0").asText();
    return statements().stream().filter(statement -> statement.role().equals(role)).toList();
  }

  /** The functions that are allowed an action on a resource whose JSON holds {@code resource}. */
  Set<String> functionsThatMay(Predicate<String> action, String resource) {
    return functions().keySet().stream()
        .filter(
            function ->
                statementsOf(function).stream()
                    .filter(Statement::allows)
                    .filter(statement -> statement.resources().toString().contains(resource))
                    .flatMap(statement -> statement.actions().stream())
                    .anyMatch(action))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The roles that a service may take, by logical id. */
  Set<String> rolesOf(String service) {
    Map<String, JsonNode> roles = resources("AWS::IAM::Role");
    roles
        .values()
        .removeIf(
            role -> !role.at("/Properties/AssumeRolePolicyDocument").toString().contains(service));
    return roles.keySet();
  }

  /**
   * A statement of a policy.
   *
   * @param role the logical id of the role it is for
   */
  record Statement(String role, JsonNode json) {

    boolean allows() {
      return json.required("Effect").asText().equals("Allow");
    }

    List<String> actions() {
      return texts(json.required("Action"));
    }

    /** The resources, as JSON where they are not plain. */
    List<String> resources() {
      return texts(json.required("Resource"));
    }

    private static List<String> texts(JsonNode oneOrMore) {
      List<String> texts = new ArrayList<>();
      if (oneOrMore.isArray()) {
        oneOrMore.forEach(one -> texts.addAll(texts(one)));
      } else {
        texts.add(oneOrMore.isTextual() ? oneOrMore.asText() : oneOrMore.toString());
      }
      return texts;
    }
  }
}
