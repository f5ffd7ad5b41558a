package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What connects the functions: in order, limited, watched. */
@ExtendWith(Synthesized.Once.class)
class ResourcesTest {

  private final Synthesis synthesis;

  ResourcesTest(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  @Test
  void theIntakeIsInOrderAndSetsAsideWhatFails() {
    Map<String, JsonNode> queues = synthesis.resources("AWS::SQS::Queue");
    assertThat(queues.values())
        .hasSize(4)
        .allSatisfy(
            queue -> assertThat(queue.at("/Properties/SqsManagedSseEnabled").asBoolean()).isTrue());
    String id = ofIntake().at("/EventSourceArn/Fn::GetAtt/0").asText();
    JsonNode intake = synthesis.properties(id);
    assertThat(intake.required("FifoQueue").asBoolean()).isTrue();
    assertThat(intake.path("ContentBasedDeduplication").asBoolean()).isFalse();
    assertThat(intake.required("VisibilityTimeout").asInt())
        .isEqualTo(6 * synthesis.function("intake").required("Timeout").asInt());
    String dead = intake.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText();
    assertThat(synthesis.properties(dead).required("FifoQueue").asBoolean()).isTrue();
    assertThat(ofIntake().required("BatchSize").asInt()).isEqualTo(10);
    assertThat(ofIntake().at("/FunctionResponseTypes/0").asText())
        .isEqualTo("ReportBatchItemFailures");
  }

  @ParameterizedTest
  @CsvSource({"Dispatch, OUTBOX, OutboxFailures", "Notify, NOTICES, NoticesFailures"})
  void theStreamFeedsTwoFunctionsWithNewRows(String function, String list, String failures) {
    JsonNode stream = mapping("StateTable", function);
    assertThat(stream.required("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(stream.at("/FilterCriteria/Filters/0/Pattern").asText())
        .isEqualTo(
            "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[\""
                + list
                + "\"]}}}}");
    assertThat(stream.required("BisectBatchOnFunctionError").asBoolean()).isTrue();
    assertThat(stream.required("MaximumRetryAttempts").asInt()).isPositive();
    assertThat(stream.required("MaximumRecordAgeInSeconds").asInt()).isPositive();
    assertThat(stream.at("/DestinationConfig/OnFailure/Destination").toString()).contains(failures);
  }

  @Test
  void everyLogGroupForgets() {
    int machines = synthesis.resources("AWS::StepFunctions::StateMachine").size();
    int api = 1;
    assertThat(synthesis.resources("AWS::Logs::LogGroup"))
        .hasSize(FunctionSpec.values().length + machines + api)
        .allSatisfy(
            (id, group) ->
                assertThat(group.at("/Properties/RetentionInDays").asInt()).isEqualTo(90));
  }

  @Test
  void theApiHasItsRoutesLogsAndLimits() {
    Set<String> routes = new TreeSet<>();
    synthesis
        .resources("AWS::ApiGatewayV2::Route")
        .values()
        .forEach(route -> routes.add(route.at("/Properties/RouteKey").asText()));
    assertThat(routes)
        .containsExactlyInAnyOrder(
            "POST /webhooks/{project}",
            "POST /api/v1/projects/{project}/releases/{release}/decision",
            "POST /projects/{project}/releases/{release}/decision",
            "POST /links/{link}/decision",
            "POST /links/{link}/code",
            "POST /links/{link}/proof",
            "POST /api/v1/projects/{project}/rollbacks",
            "POST /projects/{project}/rollbacks",
            "POST /slack/interactions",
            "$default");
    JsonNode stage = synthesis.only("AWS::ApiGatewayV2::Stage");
    assertThat(stage.required("StageName").asText()).isEqualTo("$default");
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt()).isPositive();
    assertThat(stage.at("/DefaultRouteSettings/ThrottlingBurstLimit").asInt()).isPositive();
    assertThat(stage.at("/AccessLogSettings/Format").asText())
        .startsWith("{")
        .contains("$context.status")
        .doesNotContain("queryString", "header", "authorizer");
  }

  @Test
  void machinesAreStandardTracedAndLogNoData() {
    assertThat(synthesis.resources("AWS::StepFunctions::StateMachine"))
        .hasSize(2)
        .allSatisfy(
            (id, machine) -> {
              JsonNode properties = machine.required("Properties");
              assertThat(properties.required("StateMachineType").asText()).isEqualTo("STANDARD");
              assertThat(properties.at("/TracingConfiguration/Enabled").asBoolean()).isTrue();
              assertThat(properties.at("/LoggingConfiguration/Level").asText()).isEqualTo("ERROR");
              assertThat(
                      properties.at("/LoggingConfiguration/IncludeExecutionData").asBoolean(true))
                  .isFalse();
              assertThat(placeholders(properties.required("DefinitionString").asText()))
                  .isNotEmpty()
                  .isSubsetOf(fields(properties.required("DefinitionSubstitutions")));
            });
  }

  @Test
  void theSweepTheWatchAndTheNoticesRunEveryMinuteAndTheSigningEachHour() {
    Map<String, String> rates = new TreeMap<>();
    synthesis
        .resources("AWS::Scheduler::Schedule")
        .values()
        .forEach(
            schedule ->
                rates.put(
                    schedule
                        .at("/Properties/Target/Arn/Fn::GetAtt/0")
                        .asText()
                        .replaceAll("^Functions|Function.{8}$|[0-9A-F]{8}$", ""),
                    schedule.at("/Properties/ScheduleExpression").asText()));
    assertThat(rates)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Sweep", "rate(1 minute)",
                "Watch", "rate(1 minute)",
                "Notify", "rate(1 minute)",
                "Sign", "rate(1 hour)"));
  }

  @Test
  void theAuditTablesStreamFeedsTheSigning() {
    JsonNode stream = mapping("AuditTable", "Sign");
    assertThat(stream.at("/FilterCriteria/Filters/0/Pattern").asText())
        .isEqualTo("{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"HEAD\"]}}}}");
    assertThat(stream.required("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(stream.required("MaximumRetryAttempts").asInt()).isPositive();
  }

  @Test
  void alarmsReachSomebody() {
    Map<String, JsonNode> alarms = synthesis.resources("AWS::CloudWatch::Alarm");
    List<String> metrics = new ArrayList<>();
    alarms
        .values()
        .forEach(
            alarm -> {
              assertThat(alarm.at("/Properties/AlarmActions")).hasSize(1);
              metrics.add(alarm.at("/Properties/MetricName").asText());
            });
    assertThat(metrics)
        .containsExactlyInAnyOrder(
            "ApproximateNumberOfMessagesVisible",
            "ApproximateNumberOfMessagesVisible",
            "ApproximateNumberOfMessagesVisible",
            "ExecutionsFailed",
            "ExecutionsFailed",
            "ExecutionsTimedOut",
            "ExecutionsTimedOut",
            "Errors",
            "Errors",
            "Errors",
            "Errors",
            "NoticesGivenUp");
    assertThat(synthesis.only("AWS::SNS::Topic").has("KmsMasterKeyId")).isTrue();
    JsonNode key =
        synthesis.properties(
            synthesis.only("AWS::SNS::Topic").at("/KmsMasterKeyId/Fn::GetAtt/0").asText());
    assertThat(key.required("EnableKeyRotation").asBoolean()).isTrue();
  }

  @Test
  void clientsFindTheirWay() {
    assertThat(fields(synthesis.template().required("Outputs")))
        .containsExactlyInAnyOrder(
            "ApiUrl",
            "ApiId",
            "TableName",
            "PackagesBucket",
            "ReviewsBucket",
            "IntakeQueueUrl",
            "ApiTokenSecret",
            "BuildMachineArn",
            "ReleaseMachineArn",
            "AuditKeyArn");
    JsonNode parameters = synthesis.template().required("Parameters");
    assertThat(fields(parameters))
        .contains(
            "PublicUrl",
            "GitHubApiUrl",
            "GitHubTokenSecret",
            "GitHubUrl",
            "AdminLogin",
            "AlarmEmail",
            "MailFrom",
            "AuditKey",
            "SlackApiUrl",
            "SlackBotToken",
            "SlackSigningSecret");
    assertThat(parameters).allMatch(parameter -> parameter.has("Default"));
  }

  @Test
  void noAccountOrRegionIsFixed() {
    assertThat(synthesis.template().toString())
        .doesNotContainPattern("[^0-9a-f]\\d{12}[^0-9a-f]")
        .doesNotContainPattern("(us|eu|ap)-[a-z]+-\\d");
  }

  private JsonNode ofIntake() {
    return mapping("IntakeQueue", "");
  }

  private JsonNode mapping(String source, String function) {
    return synthesis.resources("AWS::Lambda::EventSourceMapping").values().stream()
        .map(mapping -> mapping.required("Properties"))
        .filter(mapping -> mapping.required("EventSourceArn").toString().contains(source))
        .filter(mapping -> mapping.required("FunctionName").toString().contains(function))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> placeholders(String definition) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\$\\{(\\w+)}").matcher(definition);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
