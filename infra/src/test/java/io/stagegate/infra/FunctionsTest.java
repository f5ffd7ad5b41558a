package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each function is what the contract between the modules says, and knows no more than it needs. */
@ExtendWith(Synthesized.Once.class)
class FunctionsTest {

  private final Synthesis synthesis;

  FunctionsTest(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  @ParameterizedTest
  @CsvSource({
    "webhook, webhook.WebhookHandler, 30, INTAKE_QUEUE_URL SECRET_PREFIX",
    "intake, build.IntakeHandler, 60, TABLE",
    "build, build.PackageHandler, 300, GITHUB_API_URL GITHUB_TOKEN_SECRET PACKAGES_BUCKET TABLE",
    "changeset, changeset.ChangeSetHandler, 60,"
        + " DEV_ROLE_ARN PACKAGES_BUCKET PRODUCTION_ROLE_ARN REVIEWS_BUCKET TABLE",
    "watch, changeset.WatchHandler, 60, AUDIT_TABLE TABLE",
    "ask, approval.AskHandler, 60, AUDIT_TABLE TABLE",
    "decide, approval.DecisionHandler, 30, ADMIN_LOGIN API_TOKEN_SECRET AUDIT_TABLE LINK_SECRET"
        + " MAIL_FROM PUBLIC_URL SESSION_SECRET SLACK_BOT_TOKEN TABLE",
    "deploy, deploy.DeployHandler, 60, AUDIT_TABLE TABLE",
    "lease, deploy.LeaseHandler, 60, TABLE",
    "rollback, rollback.RollbackHandler, 30,"
        + " ADMIN_LOGIN API_TOKEN_SECRET AUDIT_TABLE PUBLIC_URL SESSION_SECRET TABLE",
    "dispatch, dispatch.DispatchHandler, 60,"
        + " AUDIT_TABLE BUILD_MACHINE_ARN MAIL_FROM RELEASE_MACHINE_ARN SLACK_BOT_TOKEN TABLE",
    "sweep, dispatch.SweepHandler, 60,"
        + " AUDIT_TABLE BUILD_MACHINE_ARN MAIL_FROM RELEASE_MACHINE_ARN SLACK_BOT_TOKEN TABLE",
    "notify, notify.NotifyHandler, 60,"
        + " LINK_SECRET MAIL_FROM PUBLIC_URL REVIEWS_BUCKET SLACK_API_URL SLACK_BOT_TOKEN TABLE",
    "slack, slack.SlackHandler, 10,"
        + " AUDIT_TABLE PUBLIC_URL SLACK_API_URL SLACK_BOT_TOKEN SLACK_SIGNING_SECRET TABLE",
    "sign, audit.SignHandler, 60, AUDIT_KEY AUDIT_TABLE HEADS_BUCKET TABLE",
    "console, console.ConsoleHandler, 30,"
        + " ADMIN_LOGIN API_TOKEN_SECRET AUDIT_TABLE DEV_ROLE_ARN GITHUB_API_URL GITHUB_CLIENT_ID"
        + " GITHUB_CLIENT_SECRET GITHUB_TOKEN_SECRET GITHUB_URL HEADS_BUCKET LINK_SECRET MAIL_FROM"
        + " SLACK_BOT_TOKEN"
        + " PRODUCTION_ROLE_ARN PUBLIC_URL REVIEWS_BUCKET SECRET_PREFIX SESSION_SECRET TABLE",
  })
  void isAsAgreed(String name, String handler, int seconds, String environment) {
    JsonNode function = synthesis.function(name);
    assertThat(function.required("Handler").asText())
        .isEqualTo("io.stagegate.functions." + handler + "::handleRequest");
    assertThat(function.required("Timeout").asInt()).isEqualTo(seconds);
    assertThat(function.required("Runtime").asText()).isEqualTo("java25");
    // Slack waits three seconds, a cold start included: a whole processor.
    assertThat(function.required("MemorySize").asInt())
        .isEqualTo(name.equals("slack") ? 1769 : 512);
    assertThat(function.required("Architectures").get(0).asText()).isEqualTo("arm64");
    assertThat(function.at("/TracingConfig/Mode").asText()).isEqualTo("Active");

    Set<String> expected = new TreeSet<>(List.of(environment.split(" ", -1)));
    expected.add("JAVA_TOOL_OPTIONS");
    Set<String> actual = new TreeSet<>();
    function.at("/Environment/Variables").fieldNames().forEachRemaining(actual::add);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void thereAreSixteen() {
    assertThat(synthesis.functions()).hasSize(16).hasSize(FunctionSpec.values().length);
  }

  @Test
  void functionsOfOneModuleShareItsZip() {
    assertThat(zip("intake")).isEqualTo(zip("build")).isNotEqualTo(zip("ask"));
    assertThat(zip("changeset")).isEqualTo(zip("watch"));
    assertThat(zip("ask")).isEqualTo(zip("decide"));
    assertThat(zip("deploy")).isEqualTo(zip("lease"));
    assertThat(zip("dispatch")).isEqualTo(zip("sweep"));
  }

  @Test
  void noneSharesItsRoleOrLogs() {
    Set<String> roles = new TreeSet<>();
    Set<String> logs = new TreeSet<>();
    synthesis
        .functions()
        .values()
        .forEach(
            function -> {
              roles.add(function.at("/Role/Fn::GetAtt/0").asText());
              logs.add(function.at("/LoggingConfig/LogGroup/Ref").asText());
            });
    assertThat(roles).hasSize(16);
    assertThat(logs).hasSize(16);
  }

  private String zip(String function) {
    return synthesis.function(function).at("/Code/S3Key").asText();
  }
}
