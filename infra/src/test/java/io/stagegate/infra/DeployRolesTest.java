package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.infra.Synthesis.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody but CloudFormation is a deploy role, and a deploy role leaves Stagegate alone. */
@ExtendWith(Synthesized.Once.class)
class DeployRolesTest {

  private final Synthesis synthesis;

  DeployRolesTest(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  @Test
  void deployRolesAreCloudFormationsAlone() {
    assertThat(synthesis.rolesOf("cloudformation.amazonaws.com"))
        .containsExactlyInAnyOrder("DevDeployRole", "ProductionDeployRole");
    for (String id : List.of("DevDeployRole", "ProductionDeployRole")) {
      JsonNode trust = synthesis.properties(id).at("/AssumeRolePolicyDocument/Statement");
      assertThat(trust).hasSize(1);
      assertThat(trust.at("/0/Principal").toString())
          .isEqualTo("{\"Service\":\"cloudformation.amazonaws.com\"}");
      assertThat(trust.at("/0/Condition").toString()).contains("aws:SourceAccount");
    }
    assertThat(synthesis.functionsThatMay(action -> action.startsWith("sts:"), "")).isEmpty();
  }

  @Test
  void onlyChangesetPassesRolesAndOnlyToCloudFormation() {
    assertThat(synthesis.functionsThatMay("iam:PassRole"::equals, "")).containsExactly("changeset");
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
  void whateverTheirPoliciesDeployRolesLeaveStagegateAlone() {
    for (String role : List.of("DevDeployRole", "ProductionDeployRole")) {
      String denied =
          synthesis.statements().stream()
              .filter(statement -> statement.role().equals(role) && !statement.allows())
              .map(statement -> statement.json().toString())
              .collect(Collectors.joining());
      assertThat(denied)
          .contains("StateTable", "Reviews", "Packages", "ApiToken", "SessionKey")
          .contains(":sqs:", ":sns:", ":alarm:", ":log-group:")
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
}
