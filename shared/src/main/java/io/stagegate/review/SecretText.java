package io.stagegate.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what looks like a secret inside longer text: scripts, addresses, inline code. */
final class SecretText {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)([\\w-]{0,64}(?:password|passwd|passphrase|secret|token|credential|api[_-]?key"
              + "|access[_-]?key|private[_-]?key)[\\w-]{0,64}[\"']?\\s*[=:]\\s*)"
              + "(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'&;,{}\\[\\]()]+)");

  /** One of these {@link #ASSIGNMENT} needs: looking for them alone is much cheaper. */
  private static final List<String> HINTS =
      List.of("passw", "passph", "secret", "token", "credential", "key");

  private static final Pattern LOGIN = Pattern.compile("(://[^:/@\\s]{1,200}:)[^@/\\s]{1,500}@");
  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END|$)");

  private SecretText() {}

  static String hide(String text) {
    // Most values are short words: the patterns are tried only where they could match.
    String hidden = text;
    boolean pairs = hidden.indexOf('=') >= 0 || hidden.indexOf(':') >= 0;
    if (pairs && hinted(hidden)) {
      hidden =
          ASSIGNMENT.matcher(text).replaceAll(found -> Matcher.quoteReplacement(hide(text, found)));
    }
    if (hidden.contains("://")) {
      hidden = LOGIN.matcher(hidden).replaceAll("$1" + Masking.HIDDEN + "@");
    }
    if (hidden.contains("AKIA") || hidden.contains("ASIA")) {
      hidden = ACCESS_KEY.matcher(hidden).replaceAll("$1" + Masking.HIDDEN);
    }
    return hidden.contains("-----BEGIN")
        ? PRIVATE_KEY.matcher(hidden).replaceAll("$1" + Masking.HIDDEN + "$2")
        : hidden;
  }

  private static boolean hinted(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String hint : HINTS) {
      if (lower.contains(hint)) {
        return true;
      }
    }
    return false;
  }

  private static String hide(String text, MatchResult found) {
    // What stands between colons is part of an ARN or a dynamic reference, not a name.
    boolean between =
        found.start() > 0
            && text.charAt(found.start() - 1) == ':'
            && found.group(1).stripTrailing().endsWith(":");
    // The name of a service's action: secretsmanager:GetSecretValue.
    boolean action = found.group(1).equalsIgnoreCase("secretsmanager:");
    return between || action || Masking.reference(unquoted(found.group(2)))
        ? found.group()
        : found.group(1) + Masking.HIDDEN;
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") || text.startsWith("'")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
