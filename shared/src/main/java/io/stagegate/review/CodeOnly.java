package io.stagegate.review;

import java.util.Map;
import java.util.Set;

/** Recognises a function whose code alone changes: the usual case, worth one line for all. */
final class CodeOnly {
  private static final Map<String, Set<String>> CODE =
      Map.of(
          "AWS::Lambda::Function",
          Set.of("Code", "CodeSha256", "Metadata"),
          "AWS::Serverless::Function",
          Set.of("CodeUri", "ImageUri", "InlineCode", "Metadata"));

  private CodeOnly() {}

  static boolean matches(Change change) {
    Set<String> names = CODE.get(change.type());
    return names != null
        && change.action().equals("Modify")
        && change.replacement() == Replacement.NONE
        && change.level() == RiskLevel.NONE
        && !change.properties().isEmpty()
        && change.properties().stream()
            .allMatch(
                property ->
                    names.contains(
                        property.attribute().equals("Properties") && property.name() != null
                            ? property.name()
                            : property.attribute()));
  }
}
