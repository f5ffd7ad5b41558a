package io.stagegate.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, and comparing what must not be guessed. */
public final class Signatures {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String GITHUB_PREFIX = "sha256=";

  private Signatures() {}

  /** The 32 bytes of a text's HMAC-SHA256. */
  public static byte[] sign(String secret, String text) {
    return sign(secret, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether two texts are the same, in a time that does not tell where they differ. */
  public static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Whether GitHub signed these bytes.
   *
   * @param signature the {@code X-Hub-Signature-256} header: {@code sha256=} and 64 hexadecimal
   *     digits (<a
   *     href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub:
   *     Validating webhook deliveries</a>)
   */
  public static boolean fromGitHub(String secret, Body body, String signature) {
    return same(GITHUB_PREFIX + HexFormat.of().formatHex(sign(secret, body.bytes())), signature);
  }

  private static byte[] sign(String secret, byte[] bytes) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
