package io.stagegate.people;

import io.stagegate.model.Contacts;
import io.stagegate.model.Contacts.Way;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.SlackUser;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.util.Optional;

/** Whose a Slack user id is. It is one person's: whoever verified it last. */
public final class SlackUsers {
  private final Store store;
  private final Accounts accounts;

  public SlackUsers(Store store, Accounts accounts) {
    this.store = store;
    this.accounts = accounts;
  }

  /**
   * Who somebody in Slack is. What was verified before a person's access was ended counts no more:
   * who took over their session may have verified an id of their own.
   */
  public Optional<Login> find(String id) {
    return store
        .read(NoticeKeys.slackUser(id))
        .filter(user -> accounts.honours(user.login(), user.since()))
        .map(SlackUser::login);
  }

  /** Follows a change of somebody's contacts, in its transaction. */
  static void follow(Transaction state, Contacts before, Contacts after) {
    var old = before.by(Channel.SLACK);
    var now = after.by(Channel.SLACK);
    if (old.equals(now)) {
      return;
    }
    old.map(Way::address)
        .filter(id -> now.filter(way -> way.address().equals(id)).isEmpty())
        .ifPresent(id -> leave(state, id, before.login()));
    now.ifPresent(way -> take(state, way, after.login()));
  }

  private static void leave(Transaction state, String id, Login login) {
    if (state
        .get(NoticeKeys.slackUser(id))
        .filter(user -> user.login().equals(login))
        .isPresent()) {
      state.delete(NoticeKeys.slackUser(id));
    }
  }

  private static void take(Transaction state, Way way, Login login) {
    var key = NoticeKeys.slackUser(way.address());
    state
        .get(key)
        .map(SlackUser::login)
        .filter(owner -> !owner.equals(login))
        .flatMap(owner -> state.get(NoticeKeys.contacts(owner)))
        .filter(
            theirs ->
                theirs
                    .by(Channel.SLACK)
                    .filter(one -> one.address().equals(way.address()))
                    .isPresent())
        .ifPresent(
            theirs ->
                state.put(NoticeKeys.contacts(theirs.login()), theirs.without(Channel.SLACK)));
    state.put(key, new SlackUser(way.address(), login, way.verifiedAt()));
  }
}
