package io.stagegate.local;

import io.stagegate.local.stack.AwsClients;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;

/** Whether the emulator has keys that sign: some are packed without what that takes. */
record SigningKeys(AwsClients clients) {

  /** What the stack's parameter {@code AuditKey} is to be. */
  String choice() {
    try (var kms = clients.kms()) {
      var key =
          kms.createKey(
              create -> create.keySpec(KeySpec.ECC_NIST_P256).keyUsage(KeyUsageType.SIGN_VERIFY));
      kms.scheduleKeyDeletion(
          delete -> delete.keyId(key.keyMetadata().keyId()).pendingWindowInDays(7));
      return "";
    } catch (KmsException e) {
      return "none";
    }
  }
}
