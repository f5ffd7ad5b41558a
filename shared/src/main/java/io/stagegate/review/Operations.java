package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be called at an API, by name such as {@code GET /orders}, and whether who calls must
 * show who they are. CORS preflights, which never do, are left out.
 */
final class Operations {
  /** How an operation lets callers in. */
  enum Door {
    GUARDED,
    OPEN,
    /** It depends on something that is not told here, such as the API's default authorizer. */
    DEPENDS
  }

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "x-amazon-apigateway-any-method");

  private Operations() {}

  static Map<String, Door> of(String type, JsonNode properties) {
    Map<String, Door> operations = new TreeMap<>();
    if (!properties.isObject()) {
      return operations;
    }
    switch (type) {
      case "AWS::ApiGateway::Method" -> method(properties, operations);
      case "AWS::ApiGatewayV2::Route" -> route(properties, operations);
      case "AWS::ApiGateway::RestApi",
          "AWS::ApiGatewayV2::Api",
          "AWS::Serverless::Api",
          "AWS::Serverless::HttpApi" ->
          body(properties, operations);
      case "AWS::Serverless::Function", "AWS::Serverless::StateMachine" ->
          properties.path("Events").properties().forEach(e -> event(e.getValue(), operations));
      default -> {
        // No other type is called over HTTP by its own settings.
      }
    }
    return operations;
  }

  /**
   * One method of a REST API.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html">AWS::ApiGateway::Method</a>
   */
  private static void method(JsonNode properties, Map<String, Door> operations) {
    String name = properties.path("HttpMethod").asText();
    if (!name.equals("OPTIONS")) {
      operations.put("the API method " + name, door(properties.path("AuthorizationType")));
    }
  }

  /**
   * One route of an HTTP or WebSocket API; of the latter only $connect can be guarded.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html">AWS::ApiGatewayV2::Route</a>
   */
  private static void route(JsonNode properties, Map<String, Door> operations) {
    String key = properties.path("RouteKey").asText();
    boolean http = key.contains(" ") || key.equals("$default") || key.equals("$connect");
    if (http && !key.startsWith("OPTIONS ")) {
      operations.put(key, door(properties.path("AuthorizationType")));
    }
  }

  private static Door door(JsonNode type) {
    if (Values.unknown(type)) {
      return Door.DEPENDS;
    }
    return type.asText("NONE").equals("NONE") ? Door.OPEN : Door.GUARDED;
  }

  /**
   * An OpenAPI document: what names no security is open.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html">OpenAPI
   *     extensions for API Gateway</a>
   */
  private static void body(JsonNode properties, Map<String, Door> operations) {
    JsonNode given = properties.path("Body");
    JsonNode body =
        Marker.readable(given.isMissingNode() ? properties.path("DefinitionBody") : given);
    boolean all = !body.path("security").isEmpty();
    for (Map.Entry<String, JsonNode> path : body.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          JsonNode security = method.getValue().path("security");
          boolean guarded =
              !security.isEmpty()
                  || all && security.isMissingNode()
                  || method.getValue().has("x-amazon-apigateway-auth");
          boolean any = method.getKey().startsWith("x-");
          String name = any ? "ANY" : method.getKey().toUpperCase(java.util.Locale.ROOT);
          operations.put(name + " " + path.getKey(), guarded ? Door.GUARDED : Door.OPEN);
        }
      }
    }
  }

  /**
   * An event of SAM's; what it does not say, its API does.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-controlling-access-to-apis.html">Control
   *     API access with a SAM template</a>
   */
  private static void event(JsonNode event, Map<String, Door> operations) {
    String type = event.path("Type").asText();
    if (!type.equals("Api") && !type.equals("HttpApi")) {
      return;
    }
    JsonNode properties = event.path("Properties");
    JsonNode auth = properties.path("Auth");
    String name =
        properties.path("Method").asText("any").toUpperCase(java.util.Locale.ROOT)
            + " "
            + properties.path("Path").asText("/{proxy+}");
    String authorizer = auth.path("Authorizer").asText();
    boolean guarded = !authorizer.isEmpty() || auth.path("ApiKeyRequired").asBoolean();
    if (!name.startsWith("OPTIONS ")) {
      operations.put(
          name, authorizer.equals("NONE") ? Door.OPEN : guarded ? Door.GUARDED : Door.DEPENDS);
    }
  }
}
