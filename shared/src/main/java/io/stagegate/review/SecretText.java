package io.stagegate.review;

import java.util.regex.Pattern;

/** Hides what looks like a secret inside longer text: scripts, addresses, inline code. */
final class SecretText {
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?i)([\\w-]*(?:password|passwd|passphrase|secret|token|credential|api[_-]?key"
              + "|access[_-]?key|private[_-]?key)[\\w-]*[\"']?\\s*[=:]\\s*)"
              + "(\"[^\"\\n]*\"|'[^'\\n]*'|[^\\s\"'&;,{}\\[\\]()]+)");
  private static final Pattern LOGIN = Pattern.compile("(://[^:/@\\s]{1,200}:)[^@/\\s]{1,500}@");
  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END|$)");

  private SecretText() {}

  static String hide(String text) {
    String hidden =
        ASSIGNMENT
            .matcher(text)
            .replaceAll(
                found ->
                    java.util.regex.Matcher.quoteReplacement(
                        Masking.reference(unquoted(found.group(2)))
                            ? found.group()
                            : found.group(1) + Masking.HIDDEN));
    hidden = LOGIN.matcher(hidden).replaceAll("$1" + Masking.HIDDEN + "@");
    hidden = ACCESS_KEY.matcher(hidden).replaceAll("$1" + Masking.HIDDEN);
    return PRIVATE_KEY.matcher(hidden).replaceAll("$1" + Masking.HIDDEN + "$2");
  }

  private static String unquoted(String text) {
    return text.startsWith("\"") || text.startsWith("'")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
