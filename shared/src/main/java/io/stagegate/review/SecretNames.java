package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** Tells by its name whether a property, variable or parameter holds a secret. */
final class SecretNames {
  private static final List<String> SECRET =
      List.of(
          "password", "passwd", "passphrase", "passcode", "pwd", "secret", "token", "credential");

  private static final Set<String> KEY = Set.of("key", "keys", "apikey", "privatekey", "accesskey");

  /** A key of these is a name or a public thing: an object's, a table's, a KMS key. */
  private static final Set<String> PUBLIC_KEYS =
      Set.of(
          "s3",
          "object",
          "kms",
          "public",
          "hash",
          "range",
          "sort",
          "partition",
          "primary",
          "tag",
          "index",
          "group",
          "cache",
          "context",
          "condition",
          "routing",
          "idempotency",
          "sse");

  /** A name that ends so tells about a secret, but holds none. */
  private static final Set<String> ABOUT =
      Set.of(
          "arn",
          "arns",
          "id",
          "ids",
          "name",
          "type",
          "length",
          "policy",
          "enabled",
          "age",
          "count",
          "validity",
          "units",
          "ttl",
          "days",
          "version",
          "status",
          "endpoint",
          "required",
          "source",
          "expiration",
          "rotation",
          "template");

  private SecretNames() {}

  static boolean sensitive(String name) {
    List<String> words = words(name);
    if (words.isEmpty() || ABOUT.contains(words.getLast())) {
      return false;
    }
    if (words.stream().anyMatch(word -> SECRET.stream().anyMatch(word::contains))) {
      return true;
    }
    return words.size() > 1
        ? KEY.contains(words.getLast()) && words.stream().noneMatch(PUBLIC_KEYS::contains)
        : KEY.contains(words.getFirst()) && !words.getFirst().startsWith("key");
  }

  /** {@code DBPassword_v2} is db, password, v2. */
  static List<String> words(String name) {
    StringBuilder spaced = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!letterOrDigit(c)) {
        spaced.append(' ');
        continue;
      }
      char last = i == 0 ? ' ' : name.charAt(i - 1);
      char next = i + 1 < name.length() ? name.charAt(i + 1) : ' ';
      boolean begins = upper(c) && (lower(last) || (upper(last) && lower(next) && !digit(next)));
      spaced.append(begins ? " " : "").append(Character.toLowerCase(c));
    }
    StringTokenizer words = new StringTokenizer(spaced.toString(), " ");
    List<String> list = new ArrayList<>();
    while (words.hasMoreTokens()) {
      list.add(words.nextToken());
    }
    return list;
  }

  private static boolean letterOrDigit(char c) {
    return upper(c) || lower(c);
  }

  private static boolean upper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Digits count as small letters: {@code v2Key} is v2, key. */
  private static boolean lower(char c) {
    return (c >= 'a' && c <= 'z') || digit(c);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
