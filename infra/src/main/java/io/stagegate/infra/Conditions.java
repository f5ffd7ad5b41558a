package io.stagegate.infra;

import java.util.Map;
import software.amazon.awscdk.Aws;

/** Conditions on who may take a role, against a service that acts for somebody else's account. */
final class Conditions {

  private Conditions() {}

  /** The service acts for something of this account. */
  static Map<String, Object> ownAccount() {
    return Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
  }

  /**
   * The same where the service says for whom it acts. CloudFormation's guide shows the key for
   * extensions and is silent on stacks' roles; a role can only be passed within its account anyway.
   */
  static Map<String, Object> ownAccountIfSaid() {
    return Map.of("StringEqualsIfExists", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID));
  }
}
