package io.stagegate.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody's GitHub login. GitHub doesn't tell capitals apart, so neither does this: it is kept in
 * small letters. Managed users' logins end in an underscore and a short code (<a
 * href="https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication">GitHub:
 * Username considerations</a>).
 */
public record Login(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,38}");

  public Login {
    value = value.toLowerCase(Locale.ROOT);
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a login has 1 to 39 letters, digits, hyphens, dots or underscores");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
