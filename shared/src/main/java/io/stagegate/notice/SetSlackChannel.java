package io.stagegate.notice;

import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.SlackChannel;
import io.stagegate.release.ProjectSettings;
import io.stagegate.release.ProjectSettings.Told;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Optional;

/** An admin says in which channel of Slack a project's people are told, or that each is alone. */
public final class SetSlackChannel {
  private final ProjectSettings settings;

  public SetSlackChannel(Store store, Clock clock) {
    this.settings = new ProjectSettings(store, clock);
  }

  /**
   * Sets it, for what is told from now on.
   *
   * @param channel empty for none
   */
  public ProjectSettings.Outcome<Optional<SlackChannel>> set(
      ProjectId id, Optional<SlackChannel> channel, Person by) {
    var text =
        channel
            .map(set -> "People are told in the Slack channel " + set.id() + " now.")
            .orElse("In Slack each is told alone now.");
    return settings.set(
        id,
        by,
        channel,
        new Told("project.slack", "project", text),
        (state, project) -> {
          var key = NoticeKeys.slackChannel(id);
          state.get(key);
          channel.ifPresentOrElse(set -> state.put(key, set), () -> state.delete(key));
          return Optional.empty();
        });
  }
}
