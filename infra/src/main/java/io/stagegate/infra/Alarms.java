package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;
import software.constructs.Construct;

/** What somebody has to look at: set-aside messages, executions that broke, a sweep that fails. */
final class Alarms extends Construct {

  private static final Duration PERIOD = Duration.minutes(5);

  private final Topic topic;

  Alarms(
      Stack stack,
      Settings settings,
      Intake intake,
      NewRows outbox,
      NewRows notices,
      Workflows workflows,
      Functions functions) {
    super(stack, "Alarms");
    topic = topic(settings);

    alarm("IntakeDeadLetters", "A delivery could not be taken in", waiting(intake.deadLetters()));
    alarm("OutboxFailures", "The stream gave up on an outbox row", waiting(outbox.failures()));
    executions("Build", workflows.build());
    executions("Release", workflows.release());
    alarm("SweepErrors", "The sweep fails", errors(functions.sweep()));
    alarm("SignErrors", "The audit log is broken, or not signed", errors(functions.sign()));
    alarm("WatchErrors", "Stacks can't be looked at", errors(functions.watch()));
    alarm("NoticesFailures", "The stream gave up on a notice", waiting(notices.failures()));
    alarm("NotifyErrors", "Sending notices fails", errors(functions.notices()));
    alarm("NoticesGivenUp", "Somebody could not be told for a day", counted("NoticesGivenUp"));
  }

  private void executions(String id, CfnStateMachine machine) {
    alarm(id + "Failed", "An execution failed", metric(machine, "ExecutionsFailed"));
    alarm(id + "TimedOut", "An execution timed out", metric(machine, "ExecutionsTimedOut"));
  }

  private void alarm(String id, String description, IMetric metric) {
    Alarm.Builder.create(this, id)
        .alarmDescription("Stagegate: " + description + ". See docs/operations.md.")
        .metric(metric)
        .threshold(1)
        .evaluationPeriods(1)
        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
        .treatMissingData(TreatMissingData.NOT_BREACHING)
        .build()
        .addAlarmAction(new SnsAction(topic));
  }

  private Topic topic(Settings settings) {
    // CloudWatch can't publish through the key AWS manages for SNS: its policy can't be changed.
    Key key =
        Key.Builder.create(this, "Key")
            .description("Stagegate: encrypts alarms on their way")
            .enableKeyRotation(true)
            .build();
    ServicePrincipal cloudWatch =
        ServicePrincipal.Builder.create("cloudwatch.amazonaws.com")
            .conditions(Conditions.ownAccount())
            .build();
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(cloudWatch))
            .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
            // In a key's own policy this is the key.
            .resources(List.of("*"))
            .build());
    Topic topic =
        Topic.Builder.create(this, "Topic")
            .displayName("Stagegate alarms")
            .masterKey(key)
            .enforceSsl(true)
            .build();
    topic.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(cloudWatch))
            .actions(List.of("sns:Publish"))
            .resources(List.of(topic.getTopicArn()))
            .build());
    CfnSubscription.Builder.create(this, "Mail")
        .topicArn(topic.getTopicArn())
        .protocol("email")
        .endpoint(settings.alarmEmail())
        .build()
        .getCfnOptions()
        .setCondition(settings.hasAlarmEmail());
    return topic;
  }

  private static IMetric waiting(Queue queue) {
    return queue.metricApproximateNumberOfMessagesVisible(
        MetricOptions.builder().period(PERIOD).statistic("Maximum").build());
  }

  private static IMetric metric(CfnStateMachine machine, String name) {
    return Metric.Builder.create()
        .namespace("AWS/States")
        .metricName(name)
        .dimensionsMap(Map.of("StateMachineArn", machine.getRef()))
        .period(PERIOD)
        .statistic("Sum")
        .build();
  }

  private static IMetric errors(LambdaFunction function) {
    return function
        .function()
        .metricErrors(MetricOptions.builder().period(PERIOD).statistic("Sum").build());
  }

  /** What the notify function counts in its log. */
  private static IMetric counted(String name) {
    return Metric.Builder.create()
        .namespace("Stagegate")
        .metricName(name)
        .dimensionsMap(Map.of("Function", FunctionSpec.NOTIFY.function()))
        .period(PERIOD)
        .statistic("Sum")
        .build();
  }
}
