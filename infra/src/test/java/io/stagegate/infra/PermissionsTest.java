package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.infra.Synthesis.Statement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may do what: the least that works, and nobody but CloudFormation may be production's role.
 */
@ExtendWith(Synthesized.Once.class)
class PermissionsTest {

  /** What AWS takes on no narrower resource, by its service authorization reference. */
  private static final Set<String> ON_ANYTHING =
      Set.of(
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery");

  private static final Predicate<String> READS_OR_APPENDS =
      Set.of(
              "dynamodb:GetItem",
              "dynamodb:Query",
              "dynamodb:PutItem",
              // Of its stream, for the signing.
              "dynamodb:DescribeStream",
              "dynamodb:GetRecords",
              "dynamodb:GetShardIterator",
              "dynamodb:ListStreams")
          ::contains;

  private final Synthesis synthesis;

  PermissionsTest(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  @Test
  void noActionIsAllowedByWildcard() {
    assertThat(allowed()).isNotEmpty();
    assertThat(allowed())
        .allSatisfy(
            statement ->
                assertThat(statement.actions())
                    .isNotEmpty()
                    .noneMatch(action -> action.contains("*"))
                    .allMatch(action -> action.contains(":")));
  }

  @Test
  void onlyWhatCannotBeNarrowedIsAllowedOnEverything() {
    assertThat(allowed())
        .filteredOn(statement -> statement.resources().contains("*"))
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(ON_ANYTHING).containsAll(statement.actions()));
  }

  @Test
  void noStatementIsTurnedAround() {
    assertThat(synthesis.template().findValues("NotAction")).isEmpty();
    assertThat(synthesis.template().findValues("NotResource")).isEmpty();
    assertThat(synthesis.template().findValues("NotPrincipal")).isEmpty();
  }

  @Test
  void noFunctionHasAManagedPolicy() {
    for (String id : synthesis.rolesOf("lambda.amazonaws.com")) {
      assertThat(synthesis.properties(id).path("ManagedPolicyArns")).isEmpty();
    }
  }

  @Test
  void noFunctionTouchesStagegatesOwnStack() {
    for (String function : mayAny("cloudformation:")) {
      assertThat(synthesis.statementsOf(function))
          .anySatisfy(
              statement -> {
                assertThat(statement.allows()).isFalse();
                assertThat(statement.actions()).containsExactly("cloudformation:*");
                assertThat(statement.resources().toString()).contains("AWS::StackName");
              });
    }
  }

  @Test
  void onlyTheDispatchersCallStepFunctions() {
    assertThat(mayAny("states:")).containsExactly("dispatch", "sweep");
  }

  @Test
  void onlyDeployExecutes() {
    assertThat(may("cloudformation:ExecuteChangeSet")).containsExactly("deploy");
    assertThat(may("cloudformation:CreateChangeSet")).containsExactly("changeset");
    assertThat(mayAny("cloudformation:")).containsExactly("changeset", "deploy", "watch");
    assertThat(
            synthesis.statementsOf("watch").stream()
                .filter(Statement::allows)
                .flatMap(statement -> statement.actions().stream())
                .filter(action -> action.startsWith("cloudformation:")))
        .containsExactly("cloudformation:DescribeStacks");
  }

  @Test
  void onlyWhoSignsPeopleInReadsTheirSecrets() {
    assertThat(reads("SecretsApiToken")).containsExactly("console", "decide", "rollback");
    assertThat(reads("SecretsSessionKey")).containsExactly("console", "decide", "rollback");
    assertThat(reads("SecretsLinkKey")).containsExactly("console", "decide", "notify");
    assertThat(reads("/webhook/*")).containsExactly("webhook");
    assertThat(reads("GitHubTokenSecret")).containsExactly("build", "console");
    assertThat(reads("GitHubClientSecret")).containsExactly("console");
    assertThat(reads("SlackSigningSecret")).containsExactly("slack");
    assertThat(reads("SlackBotToken")).containsExactly("notify", "slack");
    assertThat(may("secretsmanager:CreateSecret")).containsExactly("console");
    assertThat(may("secretsmanager:PutSecretValue")).containsExactly("console");
  }

  @Test
  void onlyNotifySendsMailAndOnlyFromTheChosenAddress() {
    assertThat(mayAny("ses:")).containsExactly("notify");
    assertThat(synthesis.statementsOf("notify"))
        .filteredOn(statement -> statement.actions().contains("ses:SendEmail"))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.actions()).containsExactly("ses:SendEmail");
              assertThat(mail.resources())
                  .hasSize(2)
                  .allMatch(arn -> arn.contains("identity/") && arn.contains("MailFrom"));
              assertThat(mail.json().at("/Condition/StringEquals/ses:FromAddress/Ref").asText())
                  .isEqualTo("MailFrom");
            });
  }

  /** Accounts and personal tokens are rows of the table: who reads a session must read those. */
  @Test
  void whoAuthenticatesReadsTheTable() {
    assertThat(mayOn("dynamodb:GetItem", "StateTable"))
        .containsAll(reads("SecretsSessionKey"))
        .doesNotContain("webhook");
  }

  @Test
  void onlyBuildWritesPackagesAndOnlyChangesetReviews() {
    assertThat(mayOn("s3:PutObject", "Packages")).containsExactly("build");
    assertThat(mayOn("s3:PutObject", "Reviews")).containsExactly("changeset");
  }

  /** Not even by mistake: no function can take back what it wrote. */
  @Test
  void nobodyDeletesOrUpdatesInTheAuditLog() {
    assertThat(mayOn("dynamodb:PutItem", "AuditTable"))
        .containsExactly(
            "ask",
            "console",
            "decide",
            "deploy",
            "dispatch",
            "rollback",
            "slack",
            "sweep",
            "watch");
    assertThat(synthesis.functionsThatMay(READS_OR_APPENDS.negate(), "AuditTable")).isEmpty();
    assertThat(allowed())
        .filteredOn(statement -> statement.resources().toString().contains("AuditTable"))
        .isNotEmpty()
        .allSatisfy(
            statement ->
                assertThat(statement.resources())
                    .allMatch(resource -> resource.contains("AuditTable")));
  }

  @Test
  void onlyTheSigningFunctionSignsAndKeepsWhatIsSigned() {
    assertThat(mayOn("s3:PutObject", "AuditHeads")).containsExactly("sign");
    assertThat(mayOn("s3:GetObject", "AuditHeads")).containsExactly("console", "sign");
    assertThat(synthesis.functionsThatMay(action -> action.startsWith("s3:Delete"), "")).isEmpty();
    assertThat(mayAny("kms:")).containsExactly("sign");
    assertThat(mayOn("dynamodb:PutItem", "")).doesNotContain("sign");
    assertThat(synthesis.statementsOf("sign"))
        .filteredOn(statement -> statement.resources().toString().contains("StateTable"))
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.actions()).containsExactly("dynamodb:Query");
              assertThat(statement.json().required("Condition").toString()).contains("PROJECTS");
            });
  }

  /** Who looks after the key can't sign with it: that takes another policy, which is seen. */
  @Test
  void theKeysPolicyLetsNobodyElseSign() {
    JsonNode statements = synthesis.properties("AuditSigningKey").at("/KeyPolicy/Statement");
    assertThat(statements).hasSize(2);
    assertThat(statements)
        .filteredOn(statement -> statement.required("Action").toString().contains("kms:Sign"))
        .singleElement()
        .satisfies(
            signs -> {
              assertThat(signs.required("Effect").asText()).isEqualTo("Allow");
              assertThat(signs.at("/Principal/AWS").toString()).contains("Sign");
            });
    assertThat(statements.toString()).doesNotContain("kms:*", "CreateGrant");
  }

  /** What templates bring is as far from it as from the state. */
  @Test
  void theDeployRolesAreKeptFromTheAuditLog() {
    for (String role : List.of("DevDeployRole", "ProductionDeployRole")) {
      assertThat(synthesis.statements())
          .filteredOn(statement -> statement.role().equals(role) && !statement.allows())
          .anySatisfy(
              statement -> {
                assertThat(statement.actions()).contains("dynamodb:*");
                assertThat(statement.resources().toString()).contains("AuditTable");
              });
    }
  }

  private List<Statement> allowed() {
    return synthesis.statements().stream().filter(Statement::allows).toList();
  }

  private Set<String> may(String action) {
    return synthesis.functionsThatMay(action::equals, "");
  }

  private Set<String> mayAny(String prefix) {
    return synthesis.functionsThatMay(action -> action.startsWith(prefix), "");
  }

  private Set<String> mayOn(String action, String resource) {
    return synthesis.functionsThatMay(action::equals, resource);
  }

  private Set<String> reads(String secret) {
    return mayOn("secretsmanager:GetSecretValue", secret);
  }
}
