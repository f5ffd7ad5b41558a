package io.stagegate.local;

import io.stagegate.local.stack.AwsClients;
import java.security.SecureRandom;
import java.util.HexFormat;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;

/** Secrets that an operator would have from GitHub or Slack and put into Secrets Manager. */
final class KeptSecret {
  private KeptSecret() {}

  /** 40 hexadecimal digits. */
  static String random() {
    var bytes = new byte[20];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  static void keep(AwsClients clients, String name, String secret) {
    try (var secrets = clients.secrets()) {
      try {
        secrets.createSecret(create -> create.name(name).secretString(secret));
      } catch (ResourceExistsException e) {
        // An emulator that was there before keeps what an earlier run put in.
        secrets.putSecretValue(put -> put.secretId(name).secretString(secret));
      }
    }
  }
}
