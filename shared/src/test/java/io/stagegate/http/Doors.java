package io.stagegate.http;

import io.stagegate.model.Login;
import java.time.Clock;

/** What lets callers in, for tests: a token, and sessions of a member. */
public final class Doors {
  public static final String TOKEN = "the-api-token-of-this-test";
  public static final String ADMIN = "admin";
  public static final String MEMBER = "ada";

  private final Sessions sessions;
  private final Authentication authentication;
  private final String cookie;

  public Doors(Clock clock) {
    sessions = new Sessions(() -> "the session secret of this test", "http://gate.example", clock);
    authentication = new Authentication(() -> TOKEN, new Login(ADMIN), sessions);
    cookie = sessions.open(MEMBER);
  }

  public Guard guard() {
    return new Guard(authentication);
  }

  public Authentication authentication() {
    return authentication;
  }

  public Sessions sessions() {
    return sessions;
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
