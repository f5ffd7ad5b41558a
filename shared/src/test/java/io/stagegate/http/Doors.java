package io.stagegate.http;

import io.stagegate.model.Login;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.Scope;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import io.stagegate.people.Slowdown;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Set;

/** What lets callers in, for tests: a token, and sessions of a member. */
public final class Doors {
  public static final String TOKEN = "the-api-token-of-this-test";
  public static final String ADMIN = "admin";
  public static final String MEMBER = "ada";

  private final Sessions sessions;
  private final Authentication authentication;
  private final Accounts accounts;
  private final PersonalTokens tokens;
  private final Slowdown slowdown;
  private final String cookie;

  /** Doors of a Stagegate that remembers nobody. */
  public Doors(Clock clock) {
    this(clock, new MemoryStore(clock));
  }

  public Doors(Clock clock, Store store) {
    accounts = new Accounts(store, clock);
    tokens = new PersonalTokens(store, clock);
    slowdown = new Slowdown(store, clock);
    sessions = new Sessions(() -> "the session secret of this test", "http://gate.example", clock);
    authentication = new Authentication(() -> TOKEN, new Login(ADMIN), sessions, accounts, tokens);
    cookie = sessions.open(MEMBER);
  }

  public Guard guard() {
    return new Guard(authentication, slowdown);
  }

  public Authentication authentication() {
    return authentication;
  }

  public Sessions sessions() {
    return sessions;
  }

  public Accounts accounts() {
    return accounts;
  }

  public PersonalTokens tokens() {
    return tokens;
  }

  public Slowdown slowdown() {
    return slowdown;
  }

  /** A call with a new personal token. */
  public Requests withToken(Requests request, String owner, Scope... scopes) {
    return switch (tokens.make(
        new Person(new Login(owner), false, Origin.SYSTEM), "test", Set.of(scopes), 1)) {
      case PersonalTokens.Outcome.Made(var token, var text) ->
          request.header("Authorization", "Bearer " + text);
      case PersonalTokens.Outcome.Refused(var reason) -> throw new IllegalStateException(reason);
    };
  }

  /** A call with the API's token. */
  public static Requests withToken(Requests request) {
    return request.header("Authorization", "Bearer " + TOKEN);
  }

  /** A page asked for by the member. */
  public Requests signedIn(Requests request) {
    return request.browser().cookie(cookie);
  }

  /** A form sent by the member from one of the session's pages. */
  public Requests form(String path, String fields) {
    return form(cookie, path, fields);
  }

  /** A form sent by somebody else from a session of their own. */
  public Requests formOf(String login, String path, String fields) {
    return form(sessions.open(login), path, fields);
  }

  private Requests form(String session, String path, String fields) {
    return Requests.post(path).browser().cookie(session).form(fields + "&csrf=" + csrf(session));
  }

  public String csrf() {
    return csrf(cookie);
  }

  private String csrf(String cookie) {
    var session = sessions.of(Requests.get("/").cookie(cookie).build()).orElseThrow();
    return sessions.csrf(session);
  }
}
