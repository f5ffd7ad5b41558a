package io.stagegate.http;

import io.stagegate.model.Login;
import io.stagegate.model.Person;
import java.util.function.Supplier;

/** Tells who asks, by API token or by session. */
public final class Authentication {
  private static final String BEARER = "Bearer ";

  private final Supplier<String> apiToken;
  private final Login admin;
  private final Sessions sessions;

  /**
   * @param apiToken the token that the API takes
   * @param admin the login that the token stands for: who runs this Stagegate
   */
  public Authentication(Supplier<String> apiToken, Login admin, Sessions sessions) {
    this.apiToken = apiToken;
    this.admin = admin;
    this.sessions = sessions;
  }

  /** Who asks. */
  public sealed interface Identity {
    record Known(Caller caller) implements Identity {}

    /** Nobody said who asks, or what they said has run out. */
    record Anonymous() implements Identity {}

    /** A token was given that is none. */
    record WrongToken() implements Identity {}
  }

  /** Who sent a request. A token, where there is one, is all that counts. */
  public Identity of(Request request) {
    var authorization = request.header("authorization");
    if (authorization.isPresent()) {
      var value = authorization.get();
      return value.startsWith(BEARER) && isToken(value.substring(BEARER.length()))
          ? new Identity.Known(new Caller(person(admin), Caller.Channel.API, ""))
          : new Identity.WrongToken();
    }
    return sessions
        .of(request)
        .<Identity>map(
            session ->
                new Identity.Known(
                    new Caller(
                        person(new Login(session.login())),
                        Caller.Channel.CONSOLE,
                        sessions.csrf(session))))
        .orElseGet(Identity.Anonymous::new);
  }

  /** Whether this is the API's token; also what one signs in with. */
  public boolean isToken(String token) {
    return Signatures.same(apiToken.get(), token);
  }

  /** Whom the API's token stands for. */
  public String admin() {
    return admin.value();
  }

  private Person person(Login login) {
    return new Person(login, login.equals(admin));
  }
}
