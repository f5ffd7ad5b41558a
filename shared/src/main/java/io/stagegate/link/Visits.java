package io.stagegate.link;

import io.stagegate.http.Request;
import io.stagegate.model.PersonalLink;
import java.time.Clock;

/** Who opened a link: people, mail scanners, previews. */
public final class Visits {
  private final Links links;
  private final Clock clock;

  public Visits(Links links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  public void note(PersonalLink link, Request request) {
    links.visited(
        link.id(),
        new PersonalLink.Visit(
            clock.instant(),
            request.method(),
            request.source(),
            request.header("user-agent").orElse("")));
  }
}
