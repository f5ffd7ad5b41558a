package io.stagegate.local.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256, as GitHub and Slack sign what they send. */
public final class Hmac {
  private Hmac() {}

  /** 64 hexadecimal digits. */
  public static String sha256(String secret, byte[] bytes) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  public static String sha256(String secret, String text) {
    return sha256(secret, text.getBytes(StandardCharsets.UTF_8));
  }
}
