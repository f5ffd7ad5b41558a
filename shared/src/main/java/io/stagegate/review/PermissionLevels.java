package io.stagegate.review;

import io.stagegate.review.policy.Statement;
import java.util.List;

/**
 * How much a person should hesitate over something that is newly allowed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels; permissions management</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused
 *     deputy problem</a>
 */
final class PermissionLevels {
  /** Actions by which one can give oneself what one has not. */
  private static final List<String> ESCALATES =
      List.of(
          "iam:addusertogroup",
          "iam:attachgrouppolicy",
          "iam:attachrolepolicy",
          "iam:attachuserpolicy",
          "iam:createaccesskey",
          "iam:createloginprofile",
          "iam:createpolicyversion",
          "iam:deleterolepermissionsboundary",
          "iam:deleteuserpermissionsboundary",
          "iam:putgrouppolicy",
          "iam:putrolepermissionsboundary",
          "iam:putrolepolicy",
          "iam:putuserpolicy",
          "iam:setdefaultpolicyversion",
          "iam:updateassumerolepolicy",
          "iam:updateloginprofile",
          "kms:creategrant",
          "kms:putkeypolicy",
          "lambda:addpermission",
          "s3:putbucketpolicy",
          "secretsmanager:putresourcepolicy");

  private static final String PASS_ROLE = "iam:passrole";

  private PermissionLevels() {}

  static RiskLevel gain(Facts facts, Statement statement) {
    boolean add = facts.arrives();
    String type = facts.type();
    boolean everywhere = statement.resources().given() && statement.resources().everything();
    boolean key = type.equals("AWS::KMS::Key") || type.equals("AWS::KMS::ReplicaKey");
    if (key && add && owner(statement)) {
      return RiskLevel.LOW; // every key has this: the account's own policies decide then
    }
    if (open(statement) || negated(statement) || key && !add) {
      return RiskLevel.HIGH;
    }
    if (passesFreely(statement) && (everywhere || !add)) {
      return RiskLevel.HIGH;
    }
    boolean wide = wide(statement);
    boolean mighty = !statement.who().given() || type.startsWith("AWS::IAM::");
    if (mighty && (wide && (everywhere || !add) || escalates(statement)) || wide && !add) {
      return RiskLevel.HIGH;
    }
    boolean medium =
        wide
            || statement.includes(PASS_ROLE)
            || !behalf(facts, statement).isEmpty()
            || everywhere && mighty && !reads(statement);
    return add && !medium ? RiskLevel.LOW : RiskLevel.MEDIUM;
  }

  static RiskLevel trust(Facts facts, Statement statement) {
    if (openTrust(statement)) {
      return RiskLevel.HIGH;
    }
    if (services(statement)) {
      return facts.arrives() ? RiskLevel.LOW : RiskLevel.MEDIUM;
    }
    return facts.arrives() ? RiskLevel.MEDIUM : RiskLevel.HIGH;
  }

  /** True where nothing holds it to fixed places, networks or owners. */
  static boolean open(Statement statement) {
    return statement.anybody() && !statement.conditions().bounding();
  }

  /**
   * Open trust, also in everybody whom an identity provider knows: such a role must say whose
   * tokens it takes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html">OpenID
   *     Connect federation; controls by the subject of the token</a>
   */
  static boolean openTrust(Statement statement) {
    boolean web = statement.includes("sts:assumerolewithwebidentity");
    boolean told =
        List.of(":sub", ":aud", ":amr", ":app_id", ":email", ":repository", ":job_workflow_ref")
            .stream()
            .anyMatch(statement.conditions()::about);
    boolean github =
        statement.who().texts().stream().anyMatch(who -> who.contains("actions.githubusercontent"));
    boolean whose = github ? statement.conditions().about(":sub") : told;
    return open(statement) || web && !statement.includes("sts:assumerole") && !whose;
  }

  /**
   * Words for a service that acts for whoever asks it to; empty where a condition says for whom.
   */
  static String behalf(Facts facts, Statement statement) {
    boolean resource = statement.who().given() && !facts.type().startsWith("AWS::IAM::");
    return resource && services(statement) && !statement.conditions().bounding()
        ? ", on behalf of any account"
        : "";
  }

  private static boolean services(Statement statement) {
    return !statement.who().not()
        && statement.who().texts().stream().allMatch(who -> who.endsWith(".amazonaws.com"));
  }

  private static boolean owner(Statement statement) {
    return !statement.who().not()
        && statement.who().texts().stream().allMatch(who -> who.endsWith(":root"));
  }

  private static boolean negated(Statement statement) {
    return statement.actions().not()
        || statement.resources().not()
        || statement.who().given() && statement.who().not();
  }

  /** A grant so wide that nobody can say what it includes. */
  private static boolean wide(Statement statement) {
    return statement.actions().texts().stream()
        .anyMatch(action -> action.equals("*") || action.endsWith(":*"));
  }

  private static boolean passesFreely(Statement statement) {
    return statement.includes(PASS_ROLE) && !statement.conditions().about(":passedtoservice");
  }

  private static boolean escalates(Statement statement) {
    return ESCALATES.stream().anyMatch(statement::includes);
  }

  /** Actions that only read, or that can be given for all resources alone. */
  private static boolean reads(Statement statement) {
    return statement.actions().texts().stream()
        .map(action -> action.substring(action.indexOf(':') + 1))
        .allMatch(
            name ->
                name.startsWith("Get")
                    || name.startsWith("List")
                    || name.startsWith("Describe")
                    || name.startsWith("PutTelemetry")
                    || name.startsWith("PutTrace")
                    || name.startsWith("PutMetricData"));
  }
}
