package io.stagegate.functions.console;

import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Freeze;
import io.stagegate.release.SetFreezes;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** When a stage is not to be changed. */
final class FreezeRoutes {
  private final SetFreezes freezes;

  FreezeRoutes(SetFreezes freezes) {
    this.freezes = freezes;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes.put("/api/v1/projects/{project}/stages/{stage}/freezes", guard.api(this::set));
  }

  /** Takes {@code freezes}: all that the stage has from now on. */
  private Response set(Request request, Caller caller) {
    var all = Fields.listOfJson(request, "freezes").stream().map(FreezeRoutes::freeze).toList();
    return SettingAnswers.json(
        freezes.set(
            PathParameters.project(request), PathParameters.stage(request), all, caller.person()),
        FreezeRoutes::view);
  }

  /** What a stage has. */
  private record Frozen(List<Views.FreezeView> freezes) {}

  private static Frozen view(List<Freeze> freezes) {
    return new Frozen(freezes.stream().map(Views.FreezeView::of).toList());
  }

  /** One with {@code days} is weekly, with times of day; one without is once, with dates. */
  private static Freeze freeze(Fields fields) {
    var days = fields.each("days", FreezeRoutes::day);
    var zone = fields.needed("zone", reading(ZoneId::of, "it is no time zone, as Europe/Berlin"));
    var reason = fields.needed("reason");
    try {
      if (days.isEmpty()) {
        var date = reading(LocalDateTime::parse, "it is no date with a time, as 2026-12-24T18:00");
        return new Freeze.Once(
            fields.needed("from", date), fields.needed("until", date), zone, reason);
      }
      var time = reading(LocalTime::parse, "it is no time of day, as 16:00");
      return new Freeze.Weekly(
          days, fields.needed("from", time), fields.needed("until", time), zone, reason);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("This freeze does not fit: " + e.getMessage() + ".");
    }
  }

  private static DayOfWeek day(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("it holds what is no day, as monday"));
  }

  private static <T> Function<String, T> reading(Function<String, T> read, String otherwise) {
    return text -> {
      try {
        return read.apply(text);
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(otherwise, e);
      }
    };
  }
}
