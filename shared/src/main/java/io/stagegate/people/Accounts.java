package io.stagegate.people;

import io.stagegate.model.Account;
import io.stagegate.model.Login;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What is remembered of those who sign in. */
public final class Accounts {
  private final Store store;
  private final Clock clock;

  public Accounts(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Whether a session or token of somebody's, made then, counts now. Read anew each time. */
  public boolean honours(Login login, Instant madeAt) {
    return store.read(Keys.account(login)).map(account -> account.honours(madeAt)).orElse(true);
  }

  /**
   * Somebody came from GitHub.
   *
   * @param gitHubId GitHub's number of their account
   * @return false where the login was another account's before: they are somebody else
   */
  public boolean signIn(Login login, long gitHubId) {
    return store.transact(
        state -> {
          var key = Keys.account(login);
          var account = state.get(key).orElseGet(() -> Account.unknown(login));
          if (!account.takes(gitHubId)) {
            return false;
          }
          if (account.gitHubId() == null) {
            state.put(key, account.signedIn(gitHubId));
          }
          return true;
        });
  }

  /** Ends all sessions and tokens that somebody has: from the next request on they are none. */
  public void end(Login login) {
    store.transact(
        state -> {
          var key = Keys.account(login);
          state.put(key, state.get(key).orElseGet(() -> Account.unknown(login)).ended(now()));
          return true;
        });
  }

  /** The same, and forgets which GitHub account they had. */
  public void forget(Login login) {
    store.transact(
        state -> {
          var key = Keys.account(login);
          state.put(key, state.get(key).orElseGet(() -> Account.unknown(login)).forgotten(now()));
          return true;
        });
  }

  /** As exact as a session's own time, so that one made in this very millisecond is ended too. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
