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
  private static final String SLACK_PREFIX = "v0=";

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

  /**
   * Whether Slack signed these bytes at that time; how long ago that was is another question.
   *
   * @param timestamp the {@code X-Slack-Request-Timestamp} header
   * @param signature the {@code X-Slack-Signature} header: {@code v0=} and 64 hexadecimal digits
   *     (<a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack:
   *     Verifying requests from Slack</a>)
   */
  public static boolean fromSlack(String secret, String timestamp, Body body, String signature) {
    var before = ("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8);
    return same(
        SLACK_PREFIX + HexFormat.of().formatHex(sign(secret, before, body.bytes())), signature);
  }

  private static byte[] sign(String secret, byte[]... pieces) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      for (var piece : pieces) {
        mac.update(piece);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
