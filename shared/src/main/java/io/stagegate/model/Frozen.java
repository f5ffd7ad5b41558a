package io.stagegate.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * That a stage is frozen.
 *
 * @param reason why
 * @param until when it may be changed again: windows that follow each other without a gap count as
 *     one
 * @param zone whose clocks the window goes by
 */
public record Frozen(StageName stage, String reason, Instant until, ZoneId zone) {
  /** How many windows one after the other are followed. */
  private static final int MOST_IN_A_ROW = 60;

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", Locale.ROOT);

  /** Whether a stage is frozen at an instant. */
  public static Optional<Frozen> of(Stage stage, Instant at) {
    return next(stage.freezes(), at)
        .map(
            window -> {
              var until = window.end();
              for (int i = 0; i < MOST_IN_A_ROW; i++) {
                until = next(stage.freezes(), until).map(Window::end).orElse(until);
              }
              var freeze = window.freeze();
              return new Frozen(stage.name(), freeze.reason(), until, freeze.zone());
            });
  }

  private record Window(Freeze freeze, Instant end) {}

  /** Of the windows that hold an instant, the one that ends last. */
  private static Optional<Window> next(List<Freeze> freezes, Instant at) {
    return freezes.stream()
        .flatMap(freeze -> freeze.endAfter(at).map(end -> new Window(freeze, end)).stream())
        .max(Comparator.comparing(Window::end));
  }

  /** It, until when and why. */
  public String sentence() {
    return "%s%s is frozen until %s: %s"
        .formatted(
            Character.toUpperCase(stage.value().charAt(0)),
            stage.value().substring(1),
            MINUTES.format(until.atZone(zone)),
            reason.endsWith(".") ? reason : reason + ".");
  }
}
