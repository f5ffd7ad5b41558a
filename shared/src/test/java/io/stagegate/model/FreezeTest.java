package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Berlin sets its clocks forward on 2026-03-29 at 01:00Z, and back on 2026-10-25 at 01:00Z. */
class FreezeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} to {1}: at {2} until {3}")
  @CsvSource({
    // Winter and summer: one hour and two before Greenwich.
    "2026-12-24T18:00, 2027-01-02T08:00, 2026-12-24T16:59:59Z, -",
    "2026-12-24T18:00, 2027-01-02T08:00, 2026-12-24T17:00:00Z, 2027-01-02T07:00:00Z",
    "2026-12-24T18:00, 2027-01-02T08:00, 2027-01-02T06:59:59Z, 2027-01-02T07:00:00Z",
    "2026-12-24T18:00, 2027-01-02T08:00, 2027-01-02T07:00:00Z, -",
    "2026-07-01T00:00, 2026-07-02T00:00, 2026-06-30T22:00:00Z, 2026-07-01T22:00:00Z",
    // From winter to summer: the day has 23 hours.
    "2026-03-29T00:00, 2026-03-30T00:00, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z",
    "2026-03-29T00:00, 2026-03-30T00:00, 2026-03-29T22:00:00Z, -",
    // 02:30 is skipped: it is when the clocks jump.
    "2026-03-29T02:30, 2026-03-29T04:00, 2026-03-29T00:59:59Z, -",
    "2026-03-29T02:30, 2026-03-29T04:00, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
    "2026-03-29T01:00, 2026-03-29T02:30, 2026-03-29T00:59:59Z, 2026-03-29T01:00:00Z",
    "2026-03-29T01:00, 2026-03-29T02:30, 2026-03-29T01:00:00Z, -",
    // 02:30 comes twice: a freeze begins the first time, and ends the second.
    "2026-10-25T02:30, 2026-10-25T04:00, 2026-10-25T00:29:59Z, -",
    "2026-10-25T02:30, 2026-10-25T04:00, 2026-10-25T00:30:00Z, 2026-10-25T03:00:00Z",
    "2026-10-25T01:00, 2026-10-25T02:30, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
    "2026-10-25T01:00, 2026-10-25T02:30, 2026-10-25T01:30:00Z, -",
  })
  void once(String from, String until, String at, String end) {
    var freeze =
        new Freeze.Once(LocalDateTime.parse(from), LocalDateTime.parse(until), BERLIN, "Feast");

    assertThat(ends(freeze, at)).isEqualTo(end);
  }

  @ParameterizedTest(name = "{0} {1} to {2}: at {3} until {4}")
  @CsvSource({
    "FRIDAY, 16:00, 18:00, 2026-11-27T14:59:59Z, -",
    "FRIDAY, 16:00, 18:00, 2026-11-27T15:00:00Z, 2026-11-27T17:00:00Z",
    "FRIDAY, 16:00, 18:00, 2026-11-27T17:00:00Z, -",
    "FRIDAY, 16:00, 18:00, 2026-11-26T15:00:00Z, -",
    // Over midnight, on a day that is none of its own.
    "FRIDAY, 22:00, 06:00, 2026-11-28T04:59:59Z, 2026-11-28T05:00:00Z",
    "FRIDAY, 22:00, 06:00, 2026-11-28T05:00:00Z, -",
    "FRIDAY, 22:00, 06:00, 2026-11-27T04:00:00Z, -",
    // The whole day.
    "SATURDAY, 00:00, 00:00, 2026-11-27T23:00:00Z, 2026-11-28T23:00:00Z",
    "SATURDAY, 00:00, 00:00, 2026-11-28T23:00:00Z, -",
    // Whose day it is depends on the zone: in Greenwich it is Friday still.
    "SATURDAY, 00:00, 12:00, 2026-11-27T23:30:00Z, 2026-11-28T11:00:00Z",
    // The nights in which clocks are set have 7 hours from 22:00 to 06:00, and 9.
    "SATURDAY, 22:00, 06:00, 2026-03-28T21:00:00Z, 2026-03-29T04:00:00Z",
    "SATURDAY, 22:00, 06:00, 2026-10-24T20:00:00Z, 2026-10-25T05:00:00Z",
    // A window within the hour that is skipped is none that week.
    "SUNDAY, 02:10, 02:50, 2026-03-29T01:00:00Z, -",
    "SUNDAY, 02:10, 02:50, 2026-10-25T01:30:00Z, 2026-10-25T01:50:00Z",
  })
  void weekly(DayOfWeek day, String from, String until, String at, String end) {
    var freeze =
        new Freeze.Weekly(
            EnumSet.of(day), LocalTime.parse(from), LocalTime.parse(until), BERLIN, "Rest");

    assertThat(ends(freeze, at)).isEqualTo(end);
  }

  @Test
  void windowsThatFollowEachOtherWithoutAGapAreOne() {
    var weekend =
        stage(
            weekly(EnumSet.of(DayOfWeek.FRIDAY), "16:00", "00:00", "Late"),
            weekly(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), "00:00", "00:00", "Weekend"),
            weekly(EnumSet.of(DayOfWeek.MONDAY), "00:00", "08:00", "Early"));

    assertThat(Frozen.of(weekend, Instant.parse("2026-11-27T15:30:00Z")).orElseThrow())
        .satisfies(
            frozen -> {
              assertThat(frozen.until()).isEqualTo(Instant.parse("2026-11-30T07:00:00Z"));
              assertThat(frozen.sentence())
                  .isEqualTo("Production is frozen until 2026-11-30 08:00 Europe/Berlin: Late.");
            });
    assertThat(Frozen.of(weekend, Instant.parse("2026-11-30T07:00:00Z"))).isEmpty();
  }

  @Test
  void oneThatNeverEndsIsFollowedSoFarOnly() {
    var always = stage(weekly(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00", "Closed"));
    var now = Instant.parse("2026-11-27T15:30:00Z");

    assertThat(Frozen.of(always, now).orElseThrow().until())
        .isAfter(now.plus(java.time.Duration.ofDays(30)));
  }

  @Test
  void whatIsNoFreeze() {
    var day = LocalDateTime.parse("2026-12-24T18:00");
    assertThatThrownBy(() -> new Freeze.Once(day, day, BERLIN, "Feast"))
        .hasMessage("a freeze ends after it begins");
    assertThatThrownBy(() -> weekly(Set.of(), "00:00", "08:00", "Early"))
        .hasMessage("a weekly freeze has a day at least");
    for (var reason : List.of(" ", "x".repeat(201))) {
      assertThatThrownBy(() -> weekly(EnumSet.of(DayOfWeek.MONDAY), "00:00", "08:00", reason))
          .hasMessageContaining("a reason of at most 200 characters");
    }
  }

  private static Freeze weekly(Set<DayOfWeek> days, String from, String until, String reason) {
    return new Freeze.Weekly(days, LocalTime.parse(from), LocalTime.parse(until), BERLIN, reason);
  }

  private static Stage stage(Freeze... freezes) {
    return Stage.production(new Target("arn:aws:iam::111122223333:role/d", Map.of()))
        .withFreezes(List.of(freezes));
  }

  private static String ends(Freeze freeze, String at) {
    return freeze.endAfter(Instant.parse(at)).map(Instant::toString).orElse("-");
  }
}
