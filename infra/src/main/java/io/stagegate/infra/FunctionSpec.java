package io.stagegate.infra;

import java.util.Locale;

/** The functions, each by its zip, its handler and the longest it may run. */
enum FunctionSpec {
  WEBHOOK("webhook", "webhook.WebhookHandler", 30, "Takes GitHub's deliveries"),
  INTAKE("build", "build.IntakeHandler", 60, "Turns deliveries into builds"),
  BUILD("build", "build.PackageHandler", 300, "Fetches a commit and packages it"),
  CHANGESET("changeset", "changeset.ChangeSetHandler", 60, "Prepares change sets and reviews"),
  WATCH("changeset", "changeset.WatchHandler", 60, "Sees what changes while people are asked"),
  ASK("approval", "approval.AskHandler", 60, "Opens an approval"),
  DECIDE("approval", "approval.DecisionHandler", 30, "Takes a person's decision"),
  DEPLOY("deploy", "deploy.DeployHandler", 60, "Applies change sets and watches them"),
  LEASE("deploy", "deploy.LeaseHandler", 60, "Hands out the right to change a target"),
  ROLLBACK("rollback", "rollback.RollbackHandler", 30, "Starts a rollback"),
  SLACK("slack", "slack.SlackHandler", 10, "Takes what people press in Slack"),
  DISPATCH("dispatch", "dispatch.DispatchHandler", 60, "Delivers the outbox"),
  SWEEP("dispatch", "dispatch.SweepHandler", 60, "Delivers and closes what was left over"),
  NOTIFY("notify", "notify.NotifyHandler", 60, "Tells people what waits for them"),
  SIGN("audit", "audit.SignHandler", 60, "Signs the audit log"),
  CONSOLE("console", "console.ConsoleHandler", 30, "Serves the console and the API");

  private final String zip;
  private final String handler;
  private final int seconds;
  private final String does;

  FunctionSpec(String zip, String handler, int seconds, String does) {
    this.zip = zip;
    this.handler = handler;
    this.seconds = seconds;
    this.does = does;
  }

  /** The function's name, as in {@code Stagegate-webhook}. */
  String function() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The id of its construct, as in {@code Webhook}. */
  String id() {
    return name().charAt(0) + function().substring(1);
  }

  /** The module its zip comes from. */
  String zip() {
    return zip;
  }

  /** The handler's class. */
  String handler() {
    return "io.stagegate.functions." + handler;
  }

  /** The longest it may run. */
  int seconds() {
    return seconds;
  }

  /**
   * Space for files, in GiB: an archive, its 500 MB of files and their zips need more than Lambda's
   * own.
   */
  int gibibytesOfFiles() {
    return this == BUILD ? 2 : 0;
  }

  /**
   * In MB, and with it the share of a processor: Slack shows people an error when it has no answer
   * within three seconds, a cold start included, and 1769 MB are a whole one.
   */
  int megabytes() {
    return this == SLACK ? 1769 : 512;
  }

  /** A sentence for the AWS console. */
  String does() {
    return does;
  }
}
