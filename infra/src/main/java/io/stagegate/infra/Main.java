package io.stagegate.infra;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/**
 * Stagegate as one CloudFormation stack, for any account and region.
 *
 * <p>Started in this module's folder with the folder to write the cloud assembly to; without it,
 * the CDK CLI says where.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    App app = args.length > 0 ? app(Path.of(args[0])) : new App(props().build());
    describe(app, Artifacts.ofModule(Path.of("")));
    app.synth();
  }

  /** An app that writes its cloud assembly to {@code out}. */
  static App app(Path out) {
    return new App(props().outdir(out.toString()).build());
  }

  /** The stack, from what people are asked to what they get. */
  static Stack describe(App app, Artifacts artifacts) {
    Stack stack = new Stack(app, "Stagegate", about());

    Settings settings = new Settings(stack);
    Storage storage = new Storage(stack);
    Audit audit = new Audit(stack, storage);
    AuditKey auditKey = new AuditKey(stack);
    Secrets secrets = new Secrets(stack);
    Intake intake = new Intake(stack);
    Api api = new Api(stack);
    Targets targets =
        new Targets(
            stack, settings, new Untouchable(stack, storage, audit, auditKey, secrets, api));

    Functions functions =
        new Functions(
            stack,
            artifacts,
            new Surroundings(
                settings, storage, audit, auditKey, secrets, intake, targets, api.endpoint()));
    Workflows workflows = new Workflows(stack, artifacts, functions);

    api.serve(functions);
    intake.feed(functions.intake());
    NewRows outbox = new NewRows(stack, "Outbox", storage.table(), "OUTBOX", functions.dispatch());
    NewRows notices =
        new NewRows(stack, "Notices", storage.table(), "NOTICES", functions.notices());
    new Schedule(stack, "Schedule", functions.sweep(), "Delivers and closes what was left over");
    new Schedule(stack, "WatchSchedule", functions.watch(), "Sees what changes while people wait");
    new Schedule(stack, "NoticesSchedule", functions.notices(), "Sends what is due");

    auditKey.signedBy(functions.sign().role());
    new Signing(stack, audit, functions.sign());

    new Alarms(stack, settings, intake, outbox, notices, workflows, functions);
    new Outputs(stack, api, storage, intake, secrets, workflows);
    return stack;
  }

  private static StackProps about() {
    return StackProps.builder()
        .stackName("Stagegate")
        .description("Stagegate: reviewed promotion to production for serverless applications")
        .terminationProtection(true)
        .build();
  }

  private static AppProps.Builder props() {
    return AppProps.builder()
        // The same inputs give the same assembly on every machine.
        .analyticsReporting(false)
        .stackTraces(false)
        .treeMetadata(false)
        // Server access logs are let in by the bucket's policy: ACLs stay off.
        .context(Map.of("@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy", true));
  }
}
