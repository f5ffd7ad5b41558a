package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

/** What a deploy role holds is the team's to choose. */
@ExtendWith(Synthesized.Once.class)
class TargetsTest {

  @Test
  void byDefaultBothMakeWhateverIsNotIam(Synthesis synthesis) {
    assertThat(policies(synthesis, "DevDeployRole")).hasSize(1);
    assertThat(policies(synthesis, "DevDeployRole").toString()).contains("PowerUserAccess");
    assertThat(policies(synthesis, "ProductionDeployRole"))
        .isEqualTo(policies(synthesis, "DevDeployRole"));
  }

  @Test
  void theContextNamesOthersForOneOfThem(@TempDir Path folder) throws IOException {
    App app = Main.app(folder.resolve("cdk.out"));
    app.getNode()
        .setContext("productionPolicies", "ReadOnlyAccess, arn:aws:iam::111122223333:policy/team");
    Main.describe(app, Synthesis.artifacts(folder));
    app.synth();
    Synthesis chosen = Synthesis.read(folder.resolve("cdk.out"));

    JsonNode production = policies(chosen, "ProductionDeployRole");
    assertThat(production).hasSize(2);
    assertThat(production.get(0).toString()).contains(":iam::aws:policy/ReadOnlyAccess");
    assertThat(production.get(1).asText()).isEqualTo("arn:aws:iam::111122223333:policy/team");
    assertThat(policies(chosen, "DevDeployRole").toString()).contains("PowerUserAccess");
  }

  private static JsonNode policies(Synthesis synthesis, String role) {
    return synthesis.properties(role).required("ManagedPolicyArns");
  }
}
