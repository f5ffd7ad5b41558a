package io.stagegate.functions.changeset;

import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Stacks;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.Target;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import io.stagegate.wiring.Packages;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates of packages and of stacks. */
final class Templates {
  private final TemplateReader reader = new TemplateReader();
  private final Objects packages;
  private final Stacks stacks;

  @Inject
  Templates(@Packages Objects packages, Stacks stacks) {
    this.packages = packages;
    this.stacks = stacks;
  }

  /** A package's template, which was readable when it was made. */
  Template of(ServicePackage made) {
    var text =
        packages
            .get(made.template().key())
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("not there: " + made.template().key()));
    return switch (reader.read(text)) {
      case TemplateRead.Parsed(var template) -> template;
      case TemplateRead.Unreadable(var line, var column, var reason) ->
          throw new IllegalStateException(made.template().key() + ": " + reason);
    };
  }

  /** The template a stack was made from; null where there is none, or it can't be read. */
  @Nullable Template deployed(String stack) {
    return stacks
        .template(stack)
        .map(reader::read)
        .map(
            read ->
                switch (read) {
                  case TemplateRead.Parsed(var template) -> template;
                  case TemplateRead.Unreadable unreadable -> null;
                })
        .orElse(null);
  }

  /** A target's values for the parameters that this template has; CloudFormation refuses others. */
  Map<String, String> parametersOf(ServicePackage made, Target target) {
    if (target.parameters().isEmpty()) {
      return Map.of();
    }
    var values = new HashMap<>(target.parameters());
    var declared = of(made).parameters();
    values.keySet().removeIf(name -> !declared.has(name));
    return values;
  }
}
