package io.stagegate.review;

import org.jspecify.annotations.Nullable;

/** CloudFormation's word for a value that it knows only after it has deployed. */
final class Marker {
  static final String KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";
  static final String SHOWN = "(known after deployment)";

  private Marker() {}

  static boolean unknown(@Nullable String value) {
    return value != null
        && (value.contains("changeSet:KNOWN_AFTER_APPLY")
            || value.contains("(Truncated-Signature):"));
  }

  /** The value without the marker: null where nothing else is in it. */
  static @Nullable String shown(@Nullable String value) {
    if (value == null || value.equals(KNOWN_AFTER_APPLY) || value.startsWith("(Truncated-Sig")) {
      return null;
    }
    return value
        .replace(KNOWN_AFTER_APPLY, SHOWN)
        .replace("changeSet:KNOWN_AFTER_APPLY", "known after deployment");
  }
}
