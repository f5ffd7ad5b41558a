package io.stagegate.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What functions may do, by hand. Where a statement could not be narrower it says why. */
final class Permissions {

  private static final List<String> READ_SECRET = List.of("secretsmanager:GetSecretValue");

  private final Stack stack;
  private final Surroundings around;

  Permissions(Stack stack, Surroundings around) {
    this.stack = stack;
    this.around = around;
  }

  PolicyStatement items() {
    return Grants.items(around.storage().table());
  }

  /** Writing the audit log, and nothing that is in it. */
  PolicyStatement remember() {
    return around.audit().append();
  }

  PolicyStatement readAudit() {
    return around.audit().read();
  }

  PolicyStatement readHeads() {
    return around.audit().readHeads();
  }

  PolicyStatement listHeads() {
    return around.audit().listHeads();
  }

  /** Signing: the chains are read, the projects are listed, nothing but signed heads is written. */
  List<PolicyStatement> sign() {
    return List.of(
        readAudit(),
        Grants.allowIf(
            Map.of(
                "ForAllValues:StringEquals", Map.of("dynamodb:LeadingKeys", List.of("PROJECTS"))),
            List.of("dynamodb:Query"),
            around.storage().table().getTableArn()),
        around.audit().keepHeads(),
        listHeads(),
        Grants.allow(List.of("kms:GetPublicKey", "kms:Sign"), around.auditKey().arn()));
  }

  PolicyStatement sendIntake() {
    return Grants.allow(List.of("sqs:SendMessage"), around.intake().queue().getQueueArn());
  }

  PolicyStatement readWebhookSecrets() {
    return Grants.allow(READ_SECRET, Names.webhookSecrets(stack));
  }

  PolicyStatement writeWebhookSecrets() {
    return Grants.allow(
        List.of("secretsmanager:CreateSecret", "secretsmanager:PutSecretValue"),
        Names.webhookSecrets(stack));
  }

  /** To check a session or the API token. */
  PolicyStatement signIn() {
    return Grants.allow(
        READ_SECRET,
        around.secrets().apiToken().getSecretArn(),
        around.secrets().sessionKey().getSecretArn());
  }

  /** To sign personal links, or to check them. */
  PolicyStatement linkKey() {
    return Grants.allow(READ_SECRET, around.secrets().linkKey().getSecretArn());
  }

  /** When no token was named the ARN is that of a secret without a name: there is none. */
  PolicyStatement gitHubToken() {
    return Grants.allow(READ_SECRET, Names.secret(stack, around.settings().gitHubTokenSecret()));
  }

  /** As with the token, where none was named. */
  PolicyStatement gitHubClientSecret() {
    return Grants.allow(READ_SECRET, Names.secret(stack, around.settings().gitHubClientSecret()));
  }

  /** As with the token of GitHub, where none was named. */
  PolicyStatement slackSigningSecret() {
    return Grants.allow(READ_SECRET, Names.secret(stack, around.settings().slackSigningSecret()));
  }

  /** As with the token of GitHub, where none was named. */
  PolicyStatement slackBotToken() {
    return Grants.allow(READ_SECRET, Names.secret(stack, around.settings().slackBotToken()));
  }

  PolicyStatement packages() {
    return Grants.allow(
        List.of("s3:GetObject", "s3:PutObject"), around.storage().packages().arnForObjects("*"));
  }

  PolicyStatement listPackages() {
    return Grants.list(around.storage().packages());
  }

  PolicyStatement readReviews() {
    return Grants.allow(List.of("s3:GetObject"), around.storage().reviews().arnForObjects("*"));
  }

  PolicyStatement listReviews() {
    return Grants.list(around.storage().reviews());
  }

  /**
   * Mail from the chosen address: of that identity, or of its domain's. Where none was chosen these
   * are identities that nobody has.
   */
  PolicyStatement sendMail() {
    String from = around.settings().mailFrom();
    String domain = Fn.select(1, Fn.split("@", Fn.join("@", List.of(from, "none"))));
    return Grants.allowIf(
        Map.of("StringEquals", Map.of("ses:FromAddress", from)),
        List.of("ses:SendEmail"),
        Names.mailIdentity(stack, from),
        Names.mailIdentity(stack, domain));
  }

  /** To start the machines, let them go on, and see whether a release's still goes on. */
  List<PolicyStatement> deliver() {
    return List.of(
        items(),
        remember(),
        Grants.allow(List.of("states:StartExecution"), machines()),
        Grants.allow(List.of("states:SendTaskSuccess"), machines()),
        Grants.allow(
            List.of("states:DescribeExecution"), Names.executions(stack, Workflows.RELEASE)));
  }

  /** Seeing whether a stack is still as it was reviewed. */
  List<PolicyStatement> watch() {
    return List.of(
        items(),
        remember(),
        Grants.allow(List.of("cloudformation:DescribeStacks"), Names.stacks(stack)),
        notOwnStack());
  }

  /**
   * Preparing change sets, each with one of the deploy roles: without a role CloudFormation would
   * act with the function's own rights. A stack's name tells neither its stage nor whether it is
   * Stagegate's, so all stacks but Stagegate's own are meant; the roles are what holds.
   */
  List<PolicyStatement> changeset() {
    String stacks = Names.stacks(stack);
    return List.of(
        items(),
        Grants.allow(List.of("s3:GetObject"), around.storage().packages().arnForObjects("*")),
        listPackages(),
        Grants.allow(
            List.of("s3:GetObject", "s3:PutObject"), around.storage().reviews().arnForObjects("*")),
        listReviews(),
        Grants.allowIf(
            Map.of("StringEquals", Map.of("cloudformation:RoleArn", roles())),
            List.of("cloudformation:CreateChangeSet"),
            stacks),
        // A template with a transform (SAM's is one) needs this for the transform itself.
        Grants.allow(List.of("cloudformation:CreateChangeSet"), Names.transforms(stack)),
        Grants.allow(
            List.of(
                "cloudformation:DeleteChangeSet",
                "cloudformation:DescribeChangeSet",
                "cloudformation:DescribeStacks",
                "cloudformation:GetTemplate"),
            stacks),
        Grants.allowIf(
            Map.of("StringEquals", Map.of("iam:PassedToService", "cloudformation.amazonaws.com")),
            List.of("iam:PassRole"),
            roles().toArray(String[]::new)),
        notOwnStack());
  }

  /**
   * Applying change sets that were prepared. AWS has no condition on the role here: it is the one
   * the change set was made with.
   */
  List<PolicyStatement> deploy() {
    return List.of(
        items(),
        remember(),
        Grants.allow(
            List.of(
                "cloudformation:DescribeChangeSet",
                "cloudformation:DescribeStackEvents",
                "cloudformation:DescribeStacks",
                "cloudformation:ExecuteChangeSet"),
            Names.stacks(stack)),
        notOwnStack());
  }

  private PolicyStatement notOwnStack() {
    return Grants.deny(List.of("cloudformation:*"), Names.ownStack(stack));
  }

  private List<String> roles() {
    return List.of(around.targets().dev().getRoleArn(), around.targets().production().getRoleArn());
  }

  private String[] machines() {
    return new String[] {
      Names.machine(stack, Workflows.BUILD), Names.machine(stack, Workflows.RELEASE)
    };
  }
}
