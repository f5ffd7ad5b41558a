package io.stagegate.functions.console.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words. */
public final class Times {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** To the minute, in UTC. */
  public static String exact(Instant at) {
    return MINUTES.format(at);
  }

  /** How long ago, roughly; of what is still to come, in how long. */
  public static String ago(Instant at, Instant now) {
    var between = Duration.between(at, now);
    return between.isNegative() ? "in " + rough(between.negated()) : past(between);
  }

  private static String past(Duration between) {
    return between.toMinutes() < 1 ? "just now" : rough(between) + " ago";
  }

  private static String rough(Duration time) {
    if (time.toMinutes() < 1) {
      return "a moment";
    }
    if (time.toHours() < 1) {
      return of(time.toMinutes(), "minute");
    }
    return time.toDays() < 2 ? of(time.toHours(), "hour") : of(time.toDays(), "day");
  }

  private static String of(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
