package io.stagegate.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in words, for messages that are read later. */
public final class Moments {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** As in {@code Mon 30 Nov 2026, 10:00 UTC}. */
  public static String exact(Instant at) {
    return MINUTES.format(at);
  }

  /** How long it is until then, roughly: {@code 7 days}. */
  public static String until(Instant then, Instant now) {
    var left = Duration.between(now, then);
    if (left.toMinutes() < 1) {
      return "less than a minute";
    }
    if (left.toHours() < 2) {
      return counted(left.toMinutes(), "minute");
    }
    return left.toDays() < 2 ? counted(left.toHours(), "hour") : counted(left.toDays(), "day");
  }

  private static String counted(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }
}
