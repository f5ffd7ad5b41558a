package io.stagegate.people;

import io.stagegate.audit.AuditLog;
import io.stagegate.audit.AuditNote;
import io.stagegate.model.Account;
import io.stagegate.model.Login;
import io.stagegate.model.Person;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
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

  /** Somebody ends all sessions and tokens of their own: from the next request on they are none. */
  public void end(Person by) {
    var login = by.login();
    store.transact(
        state -> {
          remember(state, by, login, "Ended all sessions and tokens of " + login + ".");
          var key = Keys.account(login);
          state.put(key, state.get(key).orElseGet(() -> Account.unknown(login)).ended(now()));
          return true;
        });
  }

  /** Ends those of somebody else, and forgets which GitHub account they had. */
  public void forget(Login login, Person by) {
    store.transact(
        state -> {
          var text =
              "Ended all sessions and tokens of "
                  + login
                  + "; the next GitHub account of that name is this person.";
          remember(state, by, login, text);
          var key = Keys.account(login);
          state.put(key, state.get(key).orElseGet(() -> Account.unknown(login)).forgotten(now()));
          return true;
        });
  }

  private void remember(Transaction state, Person by, Login whose, String text) {
    state.audit(
        new AuditNote(
            AuditLog.INSTALLATION,
            clock.instant(),
            by.login().value(),
            by.from(),
            "access.ended",
            "person/" + whose,
            null,
            text));
  }

  /** As exact as a session's own time, so that one made in this very millisecond is ended too. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
