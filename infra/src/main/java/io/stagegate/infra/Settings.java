package io.stagegate.infra;

import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;

/** What whoever deploys Stagegate may choose, as parameters of the stack. All have a default. */
final class Settings {

  private final CfnParameter publicUrl;
  private final CfnCondition hasPublicUrl;
  private final CfnParameter gitHubApiUrl;
  private final CfnParameter gitHubTokenSecret;
  private final CfnParameter gitHubUrl;
  private final CfnParameter gitHubClientId;
  private final CfnParameter gitHubClientSecret;
  private final CfnParameter adminLogin;
  private final CfnParameter alarmEmail;
  private final CfnCondition hasAlarmEmail;
  private final CfnParameter mailFrom;
  private final SlackSettings slack;
  private final PolicyChoice devPolicies;
  private final PolicyChoice productionPolicies;

  Settings(Stack stack) {
    publicUrl =
        CfnParameter.Builder.create(stack, "PublicUrl")
            .type("String")
            .defaultValue("")
            .allowedPattern("^(https?://[^\\s]+[^/\\s])?$")
            .constraintDescription("must be an http(s) address without a slash at its end")
            .description("Address people and GitHub reach Stagegate at; empty: the API's own")
            .build();
    hasPublicUrl = given(stack, "HasPublicUrl", publicUrl);
    gitHubApiUrl =
        CfnParameter.Builder.create(stack, "GitHubApiUrl")
            .type("String")
            .defaultValue("https://api.github.com")
            .allowedPattern("^https?://[^\\s]+[^/\\s]$")
            .constraintDescription("must be an http(s) address without a slash at its end")
            .description("Address of the GitHub REST API")
            .build();
    gitHubTokenSecret =
        secretName(
            stack,
            "GitHubTokenSecret",
            "Name of the Secrets Manager secret with a GitHub token; may be empty");
    gitHubUrl =
        CfnParameter.Builder.create(stack, "GitHubUrl")
            .type("String")
            .defaultValue("https://github.com")
            .allowedPattern("^https?://[^\\s]+[^/\\s]$")
            .constraintDescription("must be an http(s) address without a slash at its end")
            .description("Address of GitHub's pages, where people say who they are")
            .build();
    gitHubClientId =
        CfnParameter.Builder.create(stack, "GitHubClientId")
            .type("String")
            .defaultValue("")
            .allowedPattern("^[A-Za-z0-9._-]*$")
            .description("Client id of the OAuth app people sign in by; empty: by API token alone")
            .build();
    gitHubClientSecret =
        secretName(
            stack,
            "GitHubClientSecret",
            "Name of the Secrets Manager secret with the OAuth app's client secret");
    Validations.of(stack)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::W2509")
                .reason("What ends in Secret or Token is the name of a secret.")
                .build());
    adminLogin =
        CfnParameter.Builder.create(stack, "AdminLogin")
            .type("String")
            .defaultValue("admin")
            .allowedPattern("^[A-Za-z0-9][A-Za-z0-9_.-]{0,38}$")
            .description("Login of who runs this Stagegate: by GitHub, or by the API token")
            .build();
    alarmEmail =
        CfnParameter.Builder.create(stack, "AlarmEmail")
            .type("String")
            .defaultValue("")
            .allowedPattern("^([^@\\s]+@[^@\\s]+)?$")
            .description("Mail address that alarms are sent to; may be empty")
            .build();
    hasAlarmEmail = given(stack, "HasAlarmEmail", alarmEmail);
    mailFrom =
        CfnParameter.Builder.create(stack, "MailFrom")
            .type("String")
            .defaultValue("")
            .allowedPattern("^([A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,190})?$")
            .constraintDescription("must be a mail address alone, or empty")
            .description(
                "Address that Stagegate's mail comes from, verified in SES; empty: no mail")
            .build();
    slack = new SlackSettings(stack);
    devPolicies = PolicyChoice.in(stack, "DevPolicies", "dev stages");
    productionPolicies = PolicyChoice.in(stack, "ProductionPolicies", "production");
  }

  /** The address people use: the one chosen, else {@code otherwise}. */
  String publicUrlOr(String otherwise) {
    return Fn.conditionIf(hasPublicUrl.getLogicalId(), publicUrl.getValueAsString(), otherwise)
        .toString();
  }

  String gitHubApiUrl() {
    return gitHubApiUrl.getValueAsString();
  }

  /** The secret's name, or an empty string. */
  String gitHubTokenSecret() {
    return gitHubTokenSecret.getValueAsString();
  }

  String gitHubUrl() {
    return gitHubUrl.getValueAsString();
  }

  /** The OAuth app's client id, or an empty string. */
  String gitHubClientId() {
    return gitHubClientId.getValueAsString();
  }

  /** The name of the secret with its client secret, or an empty string. */
  String gitHubClientSecret() {
    return gitHubClientSecret.getValueAsString();
  }

  String adminLogin() {
    return adminLogin.getValueAsString();
  }

  String alarmEmail() {
    return alarmEmail.getValueAsString();
  }

  /** Holds when an address for alarms was given. */
  CfnCondition hasAlarmEmail() {
    return hasAlarmEmail;
  }

  /** The address that mail comes from, or an empty string. */
  String mailFrom() {
    return mailFrom.getValueAsString();
  }

  String slackApiUrl() {
    return slack.apiUrl();
  }

  /** The name of the secret that Slack signs with, or an empty string. */
  String slackSigningSecret() {
    return slack.signingSecret();
  }

  /** The name of the secret with the bot's token, or an empty string. */
  String slackBotToken() {
    return slack.botToken();
  }

  /** What the role that deploys dev stages holds. */
  PolicyChoice devPolicies() {
    return devPolicies;
  }

  /** What the role that deploys production holds. */
  PolicyChoice productionPolicies() {
    return productionPolicies;
  }

  static CfnParameter secretName(Stack stack, String id, String description) {
    return CfnParameter.Builder.create(stack, id)
        .type("String")
        .defaultValue("")
        .allowedPattern("^[A-Za-z0-9/_+=.@-]*$")
        .constraintDescription("must be the name of a secret, not its ARN")
        .description(description)
        .build();
  }

  private static CfnCondition given(Stack stack, String id, CfnParameter parameter) {
    return CfnCondition.Builder.create(stack, id)
        .expression(Fn.conditionNot(Fn.conditionEquals(parameter.getValueAsString(), "")))
        .build();
  }
}
