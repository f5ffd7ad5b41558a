package io.stagegate.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/**
 * Gives tests the one synthesis that they all look at, since each takes seconds: the template, and
 * what cdk-nag says about it.
 *
 * @param template the stack's template
 * @param findings cdk-nag's errors and warnings, and CDK's own
 */
@SuppressWarnings("deprecation") // CDK has deprecated what its assertions answer with
record Synthesized(Synthesis template, List<String> findings) {

  private static Synthesized synthesize() {
    try {
      Path folder = Files.createDirectories(Synthesis.root().resolve("infra/target/synthesis"));
      App app = Main.app(folder.resolve("cdk.out"));
      Stack stack = Main.describe(app, Synthesis.artifacts(folder));
      Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).build());
      Annotations annotations = Annotations.fromStack(stack);
      List<String> findings =
          Stream.concat(
                  annotations.findError("*", Match.anyValue()).stream(),
                  annotations.findWarning("*", Match.anyValue()).stream())
              .map(Synthesized::text)
              .toList();
      app.synth();
      return new Synthesized(Synthesis.read(folder.resolve("cdk.out")), findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(SynthesisMessage message) {
    return message.getId() + ": " + message.getEntry().getData();
  }

  /** Resolves parameters of type {@link Synthesized} or {@link Synthesis}. */
  static final class Once implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      return type == Synthesized.class || type == Synthesis.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Synthesized once =
          context
              .getRoot()
              .getStore(ExtensionContext.Namespace.create(Synthesized.class))
              .computeIfAbsent(Synthesized.class, ignored -> synthesize(), Synthesized.class);
      return parameter.getParameter().getType() == Synthesis.class ? once.template() : once;
    }
  }
}
