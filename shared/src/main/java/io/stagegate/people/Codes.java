package io.stagegate.people;

import io.stagegate.cloud.Hashing;
import io.stagegate.http.Signatures;
import io.stagegate.model.Verification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;

/** Codes that are sent to people, who type them in. */
public final class Codes {
  /** Without what looks alike: 0 and O, 1 and I and L. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private static final int LENGTH = 8;

  private Codes() {}

  /** Eight letters and digits, about 40 bits, as {@code K7QF-2M9X}. */
  public static String random() {
    var random = new SecureRandom();
    var code = new StringBuilder(LENGTH + 1);
    for (int i = 0; i < LENGTH; i++) {
      if (i == LENGTH / 2) {
        code.append('-');
      }
      code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** Whether this is the code that was sent, however it is typed. */
  public static boolean matches(Verification verification, String typed) {
    var kept = verification.codeHash();
    return kept != null && Signatures.same(kept, hash(typed));
  }

  /** What is kept of a code; however it is typed, the same. */
  public static String hash(String typed) {
    var letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    return Hashing.sha256(letters.getBytes(StandardCharsets.UTF_8));
  }
}
