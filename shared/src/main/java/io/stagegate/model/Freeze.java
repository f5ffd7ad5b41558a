package io.stagegate.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A time in which a stage is not to be changed, by the clocks of a zone. A time of day that comes
 * twice, when clocks are set back, begins a window the first time and ends it the second; one that
 * is skipped, when they are set forward, is the moment when they are.
 */
public sealed interface Freeze {
  int LONGEST_REASON = 200;

  /** Whose clocks it goes by. */
  ZoneId zone();

  /** Why, for people to read. */
  String reason();

  /** The end of the window that an instant lies in; empty where it lies in none. */
  Optional<Instant> endAfter(Instant at);

  /**
   * One time.
   *
   * @param from when it begins
   * @param until when it is over
   */
  record Once(LocalDateTime from, LocalDateTime until, ZoneId zone, String reason)
      implements Freeze {
    public Once {
      requireReason(reason);
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("a freeze ends after it begins");
      }
    }

    @Override
    public Optional<Instant> endAfter(Instant at) {
      return within(at, from, until, zone);
    }
  }

  /**
   * Each week.
   *
   * @param days on which it begins
   * @param from the time of day at which it begins
   * @param until the time at which it is over: on the next day where that is not after {@code from}
   */
  record Weekly(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone, String reason)
      implements Freeze {
    public Weekly {
      requireReason(reason);
      if (days.isEmpty()) {
        throw new IllegalArgumentException("a weekly freeze has a day at least");
      }
      days = java.util.Collections.unmodifiableSet(EnumSet.copyOf(days));
    }

    @Override
    public Optional<Instant> endAfter(Instant at) {
      var today = at.atZone(zone).toLocalDate();
      return Stream.of(today.minusDays(1), today)
          .filter(day -> days.contains(day.getDayOfWeek()))
          .flatMap(
              day -> {
                var last = until.isAfter(from) ? day : day.plusDays(1);
                return within(at, day.atTime(from), last.atTime(until), zone).stream();
              })
          .max(Comparator.naturalOrder());
    }
  }

  private static Optional<Instant> within(
      Instant at, LocalDateTime from, LocalDateTime until, ZoneId zone) {
    var rules = zone.getRules();
    var start =
        rules.getValidOffsets(from).stream()
            .findFirst()
            .map(from::toInstant)
            .orElseGet(() -> rules.getTransition(from).getInstant());
    var end =
        rules.getValidOffsets(until).stream()
            .reduce((first, second) -> second)
            .map(until::toInstant)
            .orElseGet(() -> rules.getTransition(until).getInstant());
    return at.isBefore(start) || !at.isBefore(end) ? Optional.empty() : Optional.of(end);
  }

  private static void requireReason(String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException(
          "a freeze has a reason of at most " + LONGEST_REASON + " characters");
    }
  }
}
