package io.stagegate.infra;

import java.util.List;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.CfnCondition;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/**
 * The key that signs the audit log's heads. It never leaves KMS, and its policy lets nobody but the
 * signing function sign: administrators may look after it, which does not include that. Whoever
 * wants it still further apart names one of another account.
 */
final class AuditKey extends Construct {
  private static final String NONE = "none";

  private final Stack stack;
  private final CfnParameter chosen;
  private final CfnCondition unsigned;
  private final Key key;
  private final CfnCondition made;

  AuditKey(Stack stack) {
    super(stack, "AuditKeys");
    this.stack = stack;
    chosen =
        CfnParameter.Builder.create(stack, "AuditKey")
            .type("String")
            .defaultValue("")
            .allowedPattern("^(|none|arn:[^\\s]+:kms:[^\\s]+:key/[^\\s]+)$")
            .constraintDescription("must be empty, none, or the ARN of a KMS key")
            .description(
                "ARN of the ECC_NIST_P256 key that signs the audit log; empty: one is made;"
                    + " none: it is not signed")
            .build();
    made =
        CfnCondition.Builder.create(stack, "MakesAuditKey")
            .expression(Fn.conditionEquals(chosen.getValueAsString(), ""))
            .build();
    unsigned =
        CfnCondition.Builder.create(stack, "AuditIsUnsigned")
            .expression(Fn.conditionEquals(chosen.getValueAsString(), NONE))
            .build();
    key =
        Key.Builder.create(this, "Key")
            .description("Stagegate: signs the audit log")
            .keySpec(KeySpec.ECC_NIST_P256)
            .keyUsage(KeyUsage.SIGN_VERIFY)
            .removalPolicy(RemovalPolicy.RETAIN)
            .policy(new PolicyDocument())
            .build();
    Names.fix(key, "AuditSigningKey");
    Names.resource(key).getCfnOptions().setCondition(made);
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new AccountRootPrincipal()))
            .actions(
                List.of(
                    "kms:CancelKeyDeletion",
                    "kms:DescribeKey",
                    "kms:DisableKey",
                    "kms:EnableKey",
                    "kms:GetKeyPolicy",
                    "kms:GetPublicKey",
                    "kms:ListResourceTags",
                    "kms:PutKeyPolicy",
                    "kms:ScheduleKeyDeletion",
                    "kms:TagResource",
                    "kms:UntagResource",
                    "kms:UpdateKeyDescription"))
            // In a key's own policy this is the key.
            .resources(List.of("*"))
            .build());
    Validations.of(stack)
        .acknowledge(
            Acknowledgment.builder()
                .id("CloudFormation-Validate::W1001")
                .reason("AuditKeyArn names the key that is made only where one is.")
                .build());
    CfnOutput.Builder.create(stack, "AuditKeyArn")
        .description("The key that signs the audit log; none: it is not signed")
        .value(id())
        .build();
  }

  /** The key's ARN, or {@code none}. */
  String id() {
    return Fn.conditionIf(made.getLogicalId(), key.getKeyArn(), chosen.getValueAsString())
        .toString();
  }

  /** The key's ARN; where there is none, that of a key which can't be. */
  String arn() {
    String none =
        stack.formatArn(
            ArnComponents.builder()
                .service("kms")
                .resource("key")
                .resourceName(NONE)
                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                .build());
    return Fn.conditionIf(
            made.getLogicalId(),
            key.getKeyArn(),
            Fn.conditionIf(unsigned.getLogicalId(), none, chosen.getValueAsString()))
        .toString();
  }

  /** Names the one who may sign with the key that is made. */
  void signedBy(IPrincipal signer) {
    key.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(signer))
            .actions(List.of("kms:GetPublicKey", "kms:Sign"))
            .resources(List.of("*"))
            .build());
  }
}
