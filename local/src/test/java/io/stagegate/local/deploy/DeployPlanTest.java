package io.stagegate.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployPlanTest {
  private static final Path ASSEMBLY = Path.of("cdk.out");
  private static final Path OUTPUTS = Path.of("outputs.json");

  private static DeployPlan plan(Optional<String> status, Optional<String> bootstrap) {
    return new DeployPlan(
        "111122223333",
        "arn:aws:iam::111122223333:user/ada",
        "eu-central-1",
        "Stagegate",
        status,
        bootstrap,
        Map.of("AdminLogin", "ada"));
  }

  @Test
  void saysWhatItWillDo() {
    assertThat(String.join("\n", plan(Optional.empty(), Optional.empty()).lines()))
        .contains("111122223333", "eu-central-1", "will be created", "missing", "AdminLogin = ada");
    assertThat(String.join("\n", plan(Optional.of("UPDATE_COMPLETE"), Optional.of("30")).lines()))
        .contains("is there (UPDATE_COMPLETE)", "version 30");
  }

  @Test
  void bootstrapsOnlyWhereThatIsMissing() {
    List<List<String>> both = plan(Optional.empty(), Optional.empty()).commands(ASSEMBLY, OUTPUTS);
    assertThat(both).hasSize(2);
    assertThat(both.getFirst()).contains("bootstrap", "aws://111122223333/eu-central-1");
    List<List<String>> one = plan(Optional.empty(), Optional.of("30")).commands(ASSEMBLY, OUTPUTS);
    assertThat(one)
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains("deploy", "Stagegate", "AdminLogin=ada", DeployPlan.CDK);
  }
}
