package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.infra.Synthesis.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
    for (String id : roles("lambda.amazonaws.com")) {
      assertThat(synthesis.properties(id).path("ManagedPolicyArns")).isEmpty();
    }
  }

  @Test
  void deployRolesAreCloudFormationsAlone() {
    assertThat(roles("cloudformation.amazonaws.com"))
        .containsExactlyInAnyOrder("DevDeployRole", "ProductionDeployRole");
    for (String id : List.of("DevDeployRole", "ProductionDeployRole")) {
      JsonNode trust = synthesis.properties(id).at("/AssumeRolePolicyDocument/Statement");
      assertThat(trust).hasSize(1);
      assertThat(trust.at("/0/Principal").toString())
          .isEqualTo("{\"Service\":\"cloudformation.amazonaws.com\"}");
      assertThat(trust.at("/0/Condition").toString()).contains("aws:SourceAccount");
    }
    assertThat(mayAny("sts:")).isEmpty();
  }

  @Test
  void onlyChangesetPassesRolesAndOnlyToCloudFormation() {
    assertThat(may("iam:PassRole")).containsExactly("changeset");
    Statement pass =
        synthesis.statementsOf("changeset").stream()
            .filter(statement -> statement.actions().contains("iam:PassRole"))
            .findFirst()
            .orElseThrow();
    assertThat(pass.json().at("/Condition/StringEquals/iam:PassedToService").asText())
        .isEqualTo("cloudformation.amazonaws.com");
    assertThat(pass.resources()).hasSize(2).allMatch(role -> role.contains("DeployRole"));
  }

  @Test
  void aChangeSetOnAStackNamesADeployRole() {
    assertThat(synthesis.statementsOf("changeset"))
        .filteredOn(statement -> statement.actions().contains("cloudformation:CreateChangeSet"))
        .hasSize(2)
        .allSatisfy(
            statement -> {
              JsonNode roles =
                  statement.json().at("/Condition/StringEquals/cloudformation:RoleArn");
              if (statement.resources().toString().contains(":stack/")) {
                assertThat(roles).hasSize(2);
              } else {
                assertThat(statement.resources().toString()).contains(":aws:transform/*");
              }
            });
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
    assertThat(mayAny("cloudformation:")).containsExactly("changeset", "deploy");
  }

  @Test
  void onlyWhoSignsPeopleInReadsTheirSecrets() {
    assertThat(reads("SecretsApiToken")).containsExactly("console", "decide", "rollback");
    assertThat(reads("SecretsSessionKey")).containsExactly("console", "decide", "rollback");
    assertThat(reads("/webhook/*")).containsExactly("webhook");
    assertThat(reads("GitHubTokenSecret")).containsExactly("build", "console");
    assertThat(may("secretsmanager:CreateSecret")).containsExactly("console");
  }

  @Test
  void onlyBuildWritesPackagesAndOnlyChangesetReviews() {
    assertThat(mayOn("s3:PutObject", "Packages")).containsExactly("build");
    assertThat(mayOn("s3:PutObject", "Reviews")).containsExactly("changeset");
  }

  @Test
  void whateverTheirPoliciesDeployRolesLeaveStagegateAlone() {
    for (String role : List.of("DevDeployRole", "ProductionDeployRole")) {
      String denied =
          synthesis.statements().stream()
              .filter(statement -> statement.role().equals(role) && !statement.allows())
              .map(statement -> statement.json().toString())
              .collect(Collectors.joining());
      assertThat(denied)
          .contains("StateTable", "Reviews", "Packages", "IntakeQueue", "ApiToken", "SessionKey")
          .contains("dynamodb:*", "lambda:*", "states:*", "cloudformation:*", "iam:*");
    }
  }

  @Test
  void devDoesNotManageProductionsRoles() {
    assertThat(synthesis.statements())
        .filteredOn(statement -> statement.role().equals("DevDeployRole"))
        .anySatisfy(
            statement -> {
              assertThat(statement.allows()).isFalse();
              assertThat(statement.resources().toString()).contains("role/*-production-*");
            });
  }

  private List<Statement> allowed() {
    return synthesis.statements().stream().filter(Statement::allows).toList();
  }

  /** The functions that may do an action. */
  private Set<String> may(String action) {
    return functions(statement -> statement.actions().contains(action));
  }

  /** The functions that may do anything of a service. */
  private Set<String> mayAny(String prefix) {
    return functions(
        statement -> statement.actions().stream().anyMatch(action -> action.startsWith(prefix)));
  }

  private Set<String> mayOn(String action, String resource) {
    return functions(
        statement ->
            statement.actions().contains(action)
                && statement.resources().toString().contains(resource));
  }

  private Set<String> reads(String secret) {
    return mayOn("secretsmanager:GetSecretValue", secret);
  }

  private Set<String> functions(Predicate<Statement> asked) {
    Set<String> found = new TreeSet<>();
    for (String function : synthesis.functions().keySet()) {
      if (synthesis.statementsOf(function).stream().filter(Statement::allows).anyMatch(asked)) {
        found.add(function);
      }
    }
    return found;
  }

  /** The roles that a service may take, by logical id. */
  private List<String> roles(String service) {
    List<String> found = new ArrayList<>();
    synthesis
        .resources("AWS::IAM::Role")
        .forEach(
            (id, role) -> {
              if (role.at("/Properties/AssumeRolePolicyDocument").toString().contains(service)) {
                found.add(id);
              }
            });
    return found;
  }
}
