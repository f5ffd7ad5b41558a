package io.stagegate.infra;

import static io.stagegate.infra.FunctionSpec.ASK;
import static io.stagegate.infra.FunctionSpec.BUILD;
import static io.stagegate.infra.FunctionSpec.CHANGESET;
import static io.stagegate.infra.FunctionSpec.CONSOLE;
import static io.stagegate.infra.FunctionSpec.DECIDE;
import static io.stagegate.infra.FunctionSpec.DEPLOY;
import static io.stagegate.infra.FunctionSpec.DISPATCH;
import static io.stagegate.infra.FunctionSpec.INTAKE;
import static io.stagegate.infra.FunctionSpec.LEASE;
import static io.stagegate.infra.FunctionSpec.NOTIFY;
import static io.stagegate.infra.FunctionSpec.ROLLBACK;
import static io.stagegate.infra.FunctionSpec.SIGN;
import static io.stagegate.infra.FunctionSpec.SLACK;
import static io.stagegate.infra.FunctionSpec.SWEEP;
import static io.stagegate.infra.FunctionSpec.WATCH;
import static io.stagegate.infra.FunctionSpec.WEBHOOK;
import static io.stagegate.infra.Wildcard.EXECUTIONS;
import static io.stagegate.infra.Wildcard.HEADS;
import static io.stagegate.infra.Wildcard.PACKAGES;
import static io.stagegate.infra.Wildcard.REVIEWS;
import static io.stagegate.infra.Wildcard.STACKS;
import static io.stagegate.infra.Wildcard.TRANSFORMS;
import static io.stagegate.infra.Wildcard.WEBHOOK_SECRETS;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/** The sixteen functions: for each one its environment and what it may do, and no more. */
final class Functions extends Construct {

  private final Artifacts artifacts;
  private final Variables has;
  private final Permissions may;

  private final LambdaFunction webhook;
  private final LambdaFunction intake;
  private final LambdaFunction build;
  private final LambdaFunction changeset;
  private final LambdaFunction watch;
  private final LambdaFunction ask;
  private final LambdaFunction decide;
  private final LambdaFunction deploy;
  private final LambdaFunction lease;
  private final LambdaFunction rollback;
  private final LambdaFunction slack;
  private final LambdaFunction dispatch;
  private final LambdaFunction sweep;
  private final LambdaFunction notify;
  private final LambdaFunction sign;
  private final LambdaFunction console;

  Functions(Stack stack, Artifacts artifacts, Surroundings around) {
    super(stack, "Functions");
    this.artifacts = artifacts;
    this.has = new Variables(stack, around);
    this.may = new Permissions(stack, around);

    webhook =
        function(WEBHOOK, has.webhook(), may.readWebhookSecrets(), may.sendIntake())
            .needs(WEBHOOK_SECRETS);
    intake = function(INTAKE, has.table(), may.items());
    build =
        function(
                BUILD,
                has.build(),
                may.items(),
                may.packages(),
                may.listPackages(),
                may.gitHubToken())
            .needs(PACKAGES);
    changeset =
        function(CHANGESET, has.changeset(), may.changeset())
            .needs(PACKAGES, REVIEWS, STACKS, TRANSFORMS);
    watch = function(WATCH, has.remembering(), may.watch()).needs(STACKS);
    ask = function(ASK, has.remembering(), may.items(), may.remember());
    decide =
        function(DECIDE, has.deciders(), may.items(), may.remember(), may.signIn(), may.linkKey());
    deploy = function(DEPLOY, has.remembering(), may.deploy()).needs(STACKS);
    lease = function(LEASE, has.table(), may.items());
    rollback = function(ROLLBACK, has.people(), may.items(), may.remember(), may.signIn());
    slack =
        function(
            SLACK,
            has.slack(),
            may.items(),
            may.remember(),
            may.slackSigningSecret(),
            may.slackBotToken());
    dispatch = function(DISPATCH, has.delivering(), may.deliver()).needs(EXECUTIONS);
    sweep = function(SWEEP, has.delivering(), may.deliver()).needs(EXECUTIONS);
    notify =
        function(
                NOTIFY,
                has.notices(),
                may.items(),
                may.readReviews(),
                may.listReviews(),
                may.linkKey(),
                may.sendMail(),
                may.slackBotToken())
            .needs(REVIEWS);
    sign = function(SIGN, has.sign(), may.sign()).needs(HEADS);
    console =
        function(
                CONSOLE,
                has.console(),
                may.items(),
                may.remember(),
                may.readAudit(),
                may.readHeads(),
                may.listHeads(),
                may.readReviews(),
                may.listReviews(),
                may.writeWebhookSecrets(),
                may.signIn(),
                may.linkKey(),
                may.gitHubClientSecret(),
                may.gitHubToken())
            .needs(HEADS, REVIEWS, WEBHOOK_SECRETS);
  }

  LambdaFunction webhook() {
    return webhook;
  }

  LambdaFunction intake() {
    return intake;
  }

  LambdaFunction build() {
    return build;
  }

  LambdaFunction changeset() {
    return changeset;
  }

  LambdaFunction watch() {
    return watch;
  }

  LambdaFunction ask() {
    return ask;
  }

  LambdaFunction decide() {
    return decide;
  }

  LambdaFunction deploy() {
    return deploy;
  }

  LambdaFunction lease() {
    return lease;
  }

  LambdaFunction rollback() {
    return rollback;
  }

  LambdaFunction slack() {
    return slack;
  }

  LambdaFunction dispatch() {
    return dispatch;
  }

  LambdaFunction sweep() {
    return sweep;
  }

  LambdaFunction notices() {
    return notify;
  }

  LambdaFunction sign() {
    return sign;
  }

  LambdaFunction console() {
    return console;
  }

  private LambdaFunction function(
      FunctionSpec spec, Map<String, String> environment, PolicyStatement... may) {
    return function(spec, environment, List.of(may));
  }

  private LambdaFunction function(
      FunctionSpec spec, Map<String, String> environment, List<PolicyStatement> may) {
    return new LambdaFunction(this, artifacts, spec, environment, may);
  }
}
