package io.stagegate.link;

import io.stagegate.http.Request;
import io.stagegate.model.Channel;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.PersonalLink;
import io.stagegate.release.Decide;
import java.time.Clock;

/** A decision by a personal link: it uses the link up in the transaction in which it counts. */
public final class DecideByLink {
  private final Decide decide;
  private final Clock clock;

  public DecideByLink(Decide decide, Clock clock) {
    this.decide = decide;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** What the press of a button came to. */
    record Pressed(Decide.Outcome outcome) implements Outcome {}

    /** The same link decided just before. */
    record Used() implements Outcome {}
  }

  /**
   * Presses a button as the one a link is for.
   *
   * @param comment at most {@code Decision.LONGEST_COMMENT} characters
   */
  public Outcome press(PersonalLink link, Request request, boolean approve, String comment) {
    var by = new Person(link.to(), false, new Origin(Channel.MAIL, request.source()));
    var press =
        new Decide.Press(
            link.project(), link.release(), approve, link.digest(), comment, false, by);
    try {
      return new Outcome.Pressed(
          decide.press(press, state -> Links.use(state, link.id(), clock.instant())));
    } catch (Links.UsedException e) {
      return new Outcome.Used();
    }
  }
}
