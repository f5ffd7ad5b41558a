package io.stagegate.notice;

import io.stagegate.model.Access;
import io.stagegate.model.Event;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.SlackChannel;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Optional;

/** An admin says in which channel of Slack a project's people are told, or that each is alone. */
public final class SetSlackChannel {
  private final Store store;
  private final Clock clock;

  public SetSlackChannel(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It holds for what is told from now on. */
    record Changed(Optional<SlackChannel> channel) implements Outcome {}

    /** They may not, with what would do as a sentence. */
    record NotAllowed(String reason) implements Outcome {}

    /** There is no such project, or not for them. */
    record Unknown() implements Outcome {}
  }

  /**
   * Sets it.
   *
   * @param channel empty for none
   */
  public Outcome set(ProjectId id, Optional<SlackChannel> channel, Person by) {
    return store.transact(
        state -> {
          if (state.get(Keys.project(id)).isEmpty()) {
            return new Outcome.Unknown();
          }
          return switch (Access.to(Permission.ADMINISTER, state.get(Keys.team(id)), by)) {
            case Access.Foreign() -> new Outcome.Unknown();
            case Access.Lacking(var reason) -> new Outcome.NotAllowed(reason);
            case Access.Allowed() -> {
              var key = Keys.slackChannel(id);
              state.get(key);
              channel.ifPresentOrElse(set -> state.put(key, set), () -> state.delete(key));
              var text =
                  channel
                      .map(set -> "People are told in the Slack channel " + set.id() + " now.")
                      .orElse("In Slack each is told alone now.");
              state.note(
                  new Event(id, clock.instant(), "project.slack", "project", by.toString(), text),
                  by.from(),
                  null);
              yield new Outcome.Changed(channel);
            }
          };
        });
  }
}
