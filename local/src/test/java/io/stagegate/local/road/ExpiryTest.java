package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nobody decides: time ends the question, and whoever waits behind it goes on. */
@ExtendWith(SharedSystem.class)
class ExpiryTest {
  @Test
  void aQuestionThatNobodyAnswersEndsAndTheNextInLineStarts(
      LocalSystem system, @TempDir Path folder) throws Exception {
    var time = Duration.ofSeconds(8);
    try (var road =
            new Road(
                system,
                "expiring",
                folder,
                Templates.version(1),
                Map.of("decideWithin", time.toString()));
        var production = new Stacks(system, road, "production")) {
      road.deploy(1);
      int first = road.promote(1);
      int second = road.promote(1);
      var asked = road.reached(first, "WAITING_FOR_APPROVAL");
      var approval = asked.path("approval");
      assertThat(Duration.between(at(approval, "askedAt"), at(approval, "expiresAt")))
          .isEqualTo(time);
      assertThat(road.release(second).path("phase").asText()).isEqualTo("WAITING_FOR_TARGET");
      var changeSets = production.open();
      assertThat(changeSets).hasSize(1);

      Road.until(
          "the end of release " + first,
          () -> {
            Functions.invoke(system, "sweep", Map.of());
            return Optional.of(road.release(first).path("phase").asText())
                .filter("EXPIRED"::equals);
          });

      // The next in line is asked about in its turn, with a change set of its own.
      road.reached(second, "WAITING_FOR_APPROVAL");
      assertThat(production.open()).hasSize(1).doesNotContainAnyElementsOf(changeSets);
      var ended = road.release(first);
      assertThat(ended.at("/approval/status").asText()).isEqualTo("EXPIRED");
      assertThat(ended.at("/decision/by").asText()).isEqualTo("stagegate");
      assertThat(ended.path("failure").isMissingNode()).isTrue();
      road.told("Nobody decided in time on release " + first);

      var late = road.decide(first, "approve", asked.at("/review/digest").asText());
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.problem()).matches("Nobody decided in time: this expired at .* UTC\\.");
      assertThat(road.release(first)).isEqualTo(ended);
      assertThat(road.stage("production").path("current").isNumber()).isFalse();
    }
  }

  private static Instant at(com.fasterxml.jackson.databind.JsonNode approval, String field) {
    return Instant.parse(approval.path(field).asText());
  }
}
