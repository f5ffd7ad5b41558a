package io.stagegate.infra;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;

/** The environment of each function: all that it knows of the world. */
final class Variables {

  private final Stack stack;
  private final Surroundings around;

  Variables(Stack stack, Surroundings around) {
    this.stack = stack;
    this.around = around;
  }

  Map<String, String> webhook() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("SECRET_PREFIX", Aws.STACK_NAME);
    variables.put("INTAKE_QUEUE_URL", around.intake().queue().getQueueUrl());
    return variables;
  }

  /** For whoever only keeps state: intake, lease. */
  Map<String, String> table() {
    Map<String, String> variables = new TreeMap<>();
    variables.put("TABLE", around.storage().table().getTableName());
    return variables;
  }

  /** For whoever also writes the audit log: ask, deploy, and people's. */
  Map<String, String> remembering() {
    Map<String, String> variables = table();
    audit(variables);
    return variables;
  }

  Map<String, String> build() {
    Map<String, String> variables = table();
    variables.put("PACKAGES_BUCKET", around.storage().packages().getBucketName());
    gitHub(variables);
    return variables;
  }

  Map<String, String> changeset() {
    Map<String, String> variables = table();
    variables.put("PACKAGES_BUCKET", around.storage().packages().getBucketName());
    variables.put("REVIEWS_BUCKET", around.storage().reviews().getBucketName());
    roles(variables);
    return variables;
  }

  /** For whoever answers a signed-in person: decide, rollback. */
  Map<String, String> people() {
    Map<String, String> variables = remembering();
    variables.put("API_TOKEN_SECRET", around.secrets().apiToken().getSecretArn());
    variables.put("SESSION_SECRET", around.secrets().sessionKey().getSecretArn());
    variables.put("PUBLIC_URL", around.settings().publicUrlOr(around.endpoint()));
    variables.put("ADMIN_LOGIN", around.settings().adminLogin());
    return variables;
  }

  /** For who takes decisions, by personal links too. */
  Map<String, String> deciders() {
    Map<String, String> variables = people();
    links(variables);
    variables.put("SLACK_BOT_TOKEN", around.settings().slackBotToken());
    return variables;
  }

  /** For whoever delivers the outbox, and ends what nobody else does: dispatch, sweep. */
  Map<String, String> delivering() {
    Map<String, String> variables = remembering();
    variables.put("BUILD_MACHINE_ARN", Names.machine(stack, Workflows.BUILD));
    variables.put("RELEASE_MACHINE_ARN", Names.machine(stack, Workflows.RELEASE));
    variables.put("MAIL_FROM", around.settings().mailFrom());
    variables.put("SLACK_BOT_TOKEN", around.settings().slackBotToken());
    return variables;
  }

  /** For whoever tells people: notify. */
  Map<String, String> notices() {
    Map<String, String> variables = table();
    variables.put("REVIEWS_BUCKET", around.storage().reviews().getBucketName());
    variables.put("PUBLIC_URL", around.settings().publicUrlOr(around.endpoint()));
    links(variables);
    slackCalls(variables);
    return variables;
  }

  /** For whoever takes what people press in Slack. */
  Map<String, String> slack() {
    Map<String, String> variables = remembering();
    variables.put("PUBLIC_URL", around.settings().publicUrlOr(around.endpoint()));
    variables.put("SLACK_SIGNING_SECRET", around.settings().slackSigningSecret());
    slackCalls(variables);
    return variables;
  }

  /** The console also writes a new project's default targets, which name the deploy roles. */
  Map<String, String> console() {
    Map<String, String> variables = people();
    variables.put("REVIEWS_BUCKET", around.storage().reviews().getBucketName());
    variables.put("HEADS_BUCKET", around.audit().heads().getBucketName());
    variables.put("SECRET_PREFIX", Aws.STACK_NAME);
    links(variables);
    variables.put("SLACK_BOT_TOKEN", around.settings().slackBotToken());
    variables.put("GITHUB_URL", around.settings().gitHubUrl());
    variables.put("GITHUB_CLIENT_ID", around.settings().gitHubClientId());
    variables.put("GITHUB_CLIENT_SECRET", around.settings().gitHubClientSecret());
    gitHub(variables);
    roles(variables);
    return variables;
  }

  private void audit(Map<String, String> variables) {
    variables.put("AUDIT_TABLE", around.audit().table().getTableName());
  }

  Map<String, String> sign() {
    Map<String, String> variables = remembering();
    variables.put("HEADS_BUCKET", around.audit().heads().getBucketName());
    variables.put("AUDIT_KEY", around.auditKey().id());
    return variables;
  }

  private void links(Map<String, String> variables) {
    variables.put("LINK_SECRET", around.secrets().linkKey().getSecretArn());
    variables.put("MAIL_FROM", around.settings().mailFrom());
  }

  private void gitHub(Map<String, String> variables) {
    variables.put("GITHUB_API_URL", around.settings().gitHubApiUrl());
    variables.put("GITHUB_TOKEN_SECRET", around.settings().gitHubTokenSecret());
  }

  private void slackCalls(Map<String, String> variables) {
    variables.put("SLACK_API_URL", around.settings().slackApiUrl());
    variables.put("SLACK_BOT_TOKEN", around.settings().slackBotToken());
  }

  private void roles(Map<String, String> variables) {
    variables.put("DEV_ROLE_ARN", around.targets().dev().getRoleArn());
    variables.put("PRODUCTION_ROLE_ARN", around.targets().production().getRoleArn());
  }
}
