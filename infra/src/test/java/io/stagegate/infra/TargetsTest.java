package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deploy role holds is the team's to choose. */
@ExtendWith(Synthesized.Once.class)
class TargetsTest {

  @ParameterizedTest
  @CsvSource({
    "DevDeployRole, DevPolicies",
    "ProductionDeployRole, ProductionPolicies",
  })
  void aDeployRoleHoldsWhatItsParameterNames(String role, String parameter, Synthesis synthesis) {
    JsonNode choice = synthesis.properties(role).required("ManagedPolicyArns").required("Fn::If");

    assertThat(choice.get(0).asText()).isEqualTo("Has" + parameter);
    assertThat(choice.get(1).required("Ref").asText()).isEqualTo(parameter);
    assertThat(choice.get(2)).hasSize(1);
    assertThat(choice.get(2).toString())
        .contains("AWS::Partition")
        .contains(":iam::aws:policy/PowerUserAccess");
    JsonNode given = synthesis.template().required("Parameters").required(parameter);
    assertThat(given.required("Default").asText()).isEmpty();
  }
}
