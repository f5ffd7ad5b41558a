package io.stagegate.functions.console.page;

import io.stagegate.model.Notice;
import io.stagegate.model.PersonalLink;
import io.stagegate.notice.Plain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That somebody was told something of a release, or waits to be.
 *
 * @param link the personal link it holds, for an admin to see who opened it; else null
 */
public record Told(Notice notice, @Nullable PersonalLink link) {
  /** What, to whom and how, as in {@code asked bob by mail}. */
  public String what() {
    var by = notice.to() + " by " + notice.channel().word();
    return switch (notice.kind()) {
      case ASKED -> "Asked " + by;
      case REMINDER -> "Reminded " + by;
      case CLOSED -> "The decision, to " + by;
      case ENDED -> "The outcome, to " + by;
    };
  }

  /** How it went. */
  public String state() {
    var attempts = notice.attempts();
    var why = attempts.lastError() == null ? "" : ": " + attempts.lastError();
    return switch (notice.state()) {
      case WAITING -> attempts.count() == 0 ? "on its way" : "not sent yet, is tried again" + why;
      case SENT -> "sent";
      case GIVEN_UP -> "not sent" + why;
    };
  }

  public boolean failed() {
    return notice.state() != Notice.State.SENT && notice.attempts().lastError() != null;
  }

  /** Who opened its link, the last first; empty where that is not shown, or nobody did. */
  public List<String> visits() {
    return link == null ? List.of() : link.visits().reversed().stream().map(Told::line).toList();
  }

  public int visited() {
    return link == null ? 0 : link.visited();
  }

  private static String line(PersonalLink.Visit visit) {
    return "%s %s from %s, %s"
        .formatted(
            Times.exact(visit.at()),
            visit.method(),
            visit.address(),
            visit.agent().isEmpty()
                ? "which did not say what it is"
                : Plain.line(visit.agent(), 200));
  }
}
