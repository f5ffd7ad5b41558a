package io.stagegate.review;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
            .replaceAll("[^A-Za-z0-9]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return spaced.isEmpty() ? List.of() : List.of(spaced.split(" "));
  }
}
