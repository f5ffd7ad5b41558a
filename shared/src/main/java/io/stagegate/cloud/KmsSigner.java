package io.stagegate.cloud;

import io.stagegate.audit.SignedHead;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Signs with a key of KMS (ECC_NIST_P256, SIGN_VERIFY), which never leaves it. */
public final class KmsSigner implements SignedHead.Signer {
  private final KmsClient kms;
  private final String key;
  private @Nullable String publicKey;

  /**
   * @param key its ARN
   */
  public KmsSigner(KmsClient kms, String key) {
    this.kms = kms;
    this.key = key;
  }

  @Override
  public String publicKey() {
    var known = publicKey;
    if (known == null) {
      known = base64(AwsCalls.call(() -> kms.getPublicKey(get -> get.keyId(key)).publicKey()));
      publicKey = known;
    }
    return known;
  }

  @Override
  public String sign(byte[] message) {
    return base64(
        AwsCalls.call(
            () ->
                kms.sign(
                        sign ->
                            sign.keyId(key)
                                .messageType(MessageType.RAW)
                                .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256)
                                .message(SdkBytes.fromByteArray(message)))
                    .signature()));
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
