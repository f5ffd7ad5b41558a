package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;

/** Trees for tests, written as in a template: with the short forms of functions. */
final class Yaml {
  private Yaml() {}

  static JsonNode tree(String yaml) {
    String text = "Resources: {R: {Type: T, Properties: {P: " + yaml + "}}}";
    return switch (new TemplateReader().read(text)) {
      case TemplateRead.Parsed parsed -> parsed.template().tree().at("/Resources/R/Properties/P");
      case TemplateRead.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
    };
  }
}
