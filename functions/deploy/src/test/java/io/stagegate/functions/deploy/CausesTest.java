package io.stagegate.functions.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.stagegate.model.Failure;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {
  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("causes")
  void whatWasCaughtIsShownAs(
      String error, @Nullable String cause, String what, @Nullable String where) {
    assertThat(Causes.failureOf(error, cause)).isEqualTo(new Failure(what, where));
  }

  static Stream<Arguments> causes() {
    return Stream.of(
        // A failure that a step found.
        arguments(
            "StepFailed",
            "{\"what\":\"The template does not parse.\",\"where\":\"template.yaml:3\"}",
            "The template does not parse.",
            "template.yaml:3"),
        arguments("StepFailed", "{\"what\":\"It failed.\"}", "It failed.", null),
        arguments("StepFailed", "{\"what\":\"It failed.\",\"where\":null}", "It failed.", null),
        arguments("States.Timeout", "{\"what\":\"It failed.\"}", "It failed.", null),
        // What Step Functions says itself.
        arguments("States.Timeout", null, "A step took longer than it may.", null),
        arguments("States.Timeout", "", "A step took longer than it may.", null),
        arguments("States.Timeout", "gone", "A step took longer than it may.", null),
        arguments("States.Runtime", null, "Stagegate could not go on (States.Runtime).", null),
        arguments("States.Runtime", "  ", "Stagegate could not go on (States.Runtime).", null),
        // What Lambda says of an exception.
        arguments(
            "java.lang.IllegalStateException",
            "{\"errorMessage\":\"not there: BUILD#000009\",\"errorType\":\"x\",\"stackTrace\":[]}",
            "Stagegate could not go on (java.lang.IllegalStateException): not there: BUILD#000009",
            null),
        arguments("Sandbox.Timedout", "{}", "Stagegate could not go on (Sandbox.Timedout).", null),
        arguments("Error", "[1, 2]", "Stagegate could not go on (Error).", null),
        arguments("Error", "\"text\"", "Stagegate could not go on (Error).", null),
        // A cause that is a sentence.
        arguments(
            "Lambda.Unknown",
            "The function ended before it answered.",
            "Stagegate could not go on (Lambda.Unknown): The function ended before it answered.",
            null));
  }
}
