package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CfnStage.AccessLogSettingsProperty;
import software.amazon.awscdk.services.apigatewayv2.CfnStage.RouteSettingsProperty;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpRouteKey;
import software.constructs.Construct;

/**
 * The one door: webhooks, decisions, rollbacks and Slack by their own functions, all else the
 * console.
 */
final class Api extends Construct {

  private static final String DECISION = "/projects/{project}/releases/{release}/decision";
  private static final String ROLLBACKS = "/projects/{project}/rollbacks";

  private static final String LINK = "/links/{link}";

  private final HttpApi api;

  Api(Stack stack) {
    super(stack, "Api");
    api =
        HttpApi.Builder.create(this, "Http")
            .apiName(Names.own("api"))
            .description("Stagegate: webhooks, console and API")
            .createDefaultStage(false)
            .build();
    CfnStage.Builder.create(this, "Stage")
        .apiId(api.getApiId())
        .stageName("$default")
        .autoDeploy(true)
        .defaultRouteSettings(
            RouteSettingsProperty.builder()
                .throttlingRateLimit(50)
                .throttlingBurstLimit(100)
                .detailedMetricsEnabled(true)
                .build())
        .accessLogSettings(
            AccessLogSettingsProperty.builder()
                .destinationArn(Logs.group(this, "AccessLog").getLogGroupArn())
                .format(accessLogFormat(stack))
                .build())
        .build();
  }

  /** Adds the routes. */
  void serve(Functions functions) {
    route("Webhook", functions.webhook(), "POST /webhooks/{project}");
    route("Decide", functions.decide(), "POST /api/v1" + DECISION, "POST " + DECISION);
    route(
        "DecideByLink",
        functions.decide(),
        "POST " + LINK + "/decision",
        "POST " + LINK + "/code",
        "POST " + LINK + "/proof");
    route("Rollback", functions.rollback(), "POST /api/v1" + ROLLBACKS, "POST " + ROLLBACKS);
    route("Slack", functions.slack(), "POST /slack/interactions");
    route("Console", functions.console(), "$default");
    Findings.explain(
        this,
        "AwsSolutions-APIG4",
        "Each function checks its caller itself: GitHub's or Slack's signature over the raw body, else a"
            + " session or a token. API Gateway can check neither.");
  }

  /** The API's own address, without a slash at its end. */
  String endpoint() {
    return api.getApiEndpoint();
  }

  String id() {
    return api.getApiId();
  }

  private void route(String id, LambdaFunction function, String... keys) {
    HttpLambdaIntegration integration = new HttpLambdaIntegration(id, function.function());
    for (int i = 0; i < keys.length; i++) {
      List<String> parts = List.of(keys[i].split(" ", 2));
      HttpRoute.Builder.create(this, id + i)
          .httpApi(api)
          .routeKey(
              parts.size() == 1
                  ? HttpRouteKey.DEFAULT
                  : HttpRouteKey.with(parts.get(1), HttpMethod.valueOf(parts.get(0))))
          .integration(integration)
          .build();
    }
  }

  /** One JSON document a request. No query, header or body: they may hold what signs people in. */
  private static String accessLogFormat(Stack stack) {
    Map<String, String> fields = new TreeMap<>();
    for (String field :
        List.of(
            "requestId",
            "requestTimeEpoch",
            "httpMethod",
            "routeKey",
            "path",
            "status",
            "responseLength",
            "responseLatency",
            "integrationErrorMessage")) {
      fields.put(field, "$context." + field);
    }
    fields.put("ip", "$context.identity.sourceIp");
    fields.put("userAgent", "$context.identity.userAgent");
    return stack.toJsonString(fields);
  }
}
