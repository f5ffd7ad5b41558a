package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.Template;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What must not be shown of a review: parameters that are NoEcho or named like a secret, and their
 * values wherever they turn up.
 *
 * @param values in every way to write them, longest first, so that a value inside a longer one
 *     leaves nothing behind
 */
record Secrets(Set<String> parameters, Collection<String> values) {
  /** A shorter value would also hide what only looks the same. */
  private static final int SHORTEST = 4;

  static Secrets of(Collection<ChangeSet> sets, Collection<StackTemplates> templates) {
    Set<String> names = new TreeSet<>();
    Set<String> values =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (StackTemplates each : templates) {
      declared(each.before(), names, values);
      declared(each.after(), names, values);
    }
    for (ChangeSet set : sets) {
      set.parameters()
          .forEach(
              (name, value) -> {
                if (value.equals("****") || SecretNames.sensitive(name)) {
                  names.add(name);
                }
              });
      keep(set.parameters(), names, values);
    }
    for (StackTemplates each : templates) {
      keep(each.beforeParameters(), names, values);
      keep(each.afterParameters(), names, values);
    }
    return new Secrets(names, values);
  }

  static boolean hidden(String name, JsonNode parameter) {
    return parameter.path("NoEcho").asBoolean(false) || SecretNames.sensitive(name);
  }

  private static void declared(@Nullable Template template, Set<String> names, Set<String> values) {
    if (template != null) {
      template
          .parameters()
          .properties()
          .forEach(
              entry -> {
                if (hidden(entry.getKey(), entry.getValue())) {
                  names.add(entry.getKey());
                  add(Json.text(entry.getValue(), "Default"), values);
                }
              });
    }
  }

  private static void keep(Map<String, String> given, Set<String> names, Set<String> values) {
    given.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            add(value, values);
          }
        });
  }

  private static void add(@Nullable String value, Set<String> values) {
    if (value != null && secret(value)) {
      SecretForms.of(value).stream().filter(Secrets::secret).forEach(values::add);
    }
  }

  /** A reference to a secret, such as an ARN, is none. */
  private static boolean secret(String value) {
    return value.length() >= SHORTEST && !value.equals(Masking.HIDDEN) && !Masking.reference(value);
  }

  /** The text without any of the secret values. */
  String scrub(String text) {
    if (values.isEmpty()) {
      return text;
    }
    String scrubbed = text;
    for (String value : values) {
      scrubbed = scrubbed.replace(value, Masking.HIDDEN);
    }
    return scrubbed;
  }
}
