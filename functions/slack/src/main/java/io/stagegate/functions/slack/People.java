package io.stagegate.functions.slack;

import io.stagegate.functions.slack.Interaction.Presser;
import io.stagegate.model.Channel;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.people.SlackUsers;
import java.util.Optional;

/**
 * Who somebody in Slack is. Slack's signature says which user pressed; that somebody who was signed
 * in verified that user id as theirs says who that is.
 */
final class People {
  private final SlackUsers users;

  People(SlackUsers users) {
    this.users = users;
  }

  /**
   * The person behind a Slack user. Who runs Stagegate is, here, a member like others.
   *
   * @return empty where nobody has verified this id, or it is another workspace's
   */
  Optional<Person> find(Presser by) {
    return by.guest()
        ? Optional.empty()
        : users
            .find(by.user())
            .map(login -> new Person(login, false, new Origin(Channel.SLACK, by.address())));
  }
}
