package io.stagegate.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides what looks like a secret inside longer text: scripts, addresses, inline code. */
final class SecretText {
  /**
   * A name and what stands between it and its value: a sign, with the name in quotes or in escaped
   * ones (JSON in a text), or the space behind an option.
   */
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?<![\\w-])-{0,2}([A-Za-z_][\\w-]{0,127})"
              + "(?:(?:\\\\{0,8}[\"'])?\\s{0,9}[=:]\\s{0,9}|(?<=[\\s\"']--[\\w-]{1,64})\\s{1,9})");

  /** What a script takes from elsewhere: {@code $NAME}, {@code ${NAME}}, {@code $(command)}. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$|\\$[A-Z_][A-Z0-9_]*|\\$\\{[^{}]*}|\\$\\(.*");

  /** One of these every secret's name has: looking for them alone is much cheaper. */
  private static final List<String> HINTS =
      List.of("pass", "pwd", "secret", "token", "credential", "key");

  private static final Pattern LOGIN = Pattern.compile("(://[^:/@\\s]{1,200}:)[^@/\\s]{1,500}@");
  private static final Pattern ACCESS_KEY = Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b");
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("(?s)(-----BEGIN [A-Z ]*PRIVATE KEY-----).*?(-----END|$)");

  private SecretText() {}

  static String hide(String text) {
    // Most values are short words: the patterns are tried only where they could match.
    String hidden = text;
    boolean pairs = hidden.indexOf('=') >= 0 || hidden.indexOf(':') >= 0 || hidden.contains("--");
    if (pairs && hinted(hidden)) {
      hidden = assigned(text);
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

  /** The text without the values that are given to secret names. */
  private static String assigned(String text) {
    Matcher names = ASSIGNMENT.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int done = 0;
    while (names.find(done)) {
      out.append(text, done, names.end());
      Assigned value = Assigned.at(text, names.end());
      out.append(named(text, names) && hides(value) ? value.hidden() : value.written());
      done = value.end();
    }
    return out.append(text, done, text.length()).toString();
  }

  private static boolean named(String text, Matcher found) {
    String sign = found.group().stripTrailing();
    // What stands between colons is part of an ARN or a dynamic reference, not a name.
    boolean between =
        found.start() > 0 && text.charAt(found.start() - 1) == ':' && sign.endsWith(":");
    // The name of a service's action: secretsmanager:GetSecretValue.
    return !between
        && !sign.equalsIgnoreCase("secretsmanager:")
        && SecretNames.sensitive(found.group(1));
  }

  private static boolean hides(Assigned value) {
    return !Masking.reference(value.bare())
        && !VARIABLE.matcher(value.bare()).matches()
        && !value.bare().startsWith("{{resolve:");
  }
}
