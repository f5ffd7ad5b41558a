package io.stagegate.http;

import io.stagegate.model.Channel;
import io.stagegate.model.Login;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.PersonalToken;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells who asks, by token or by session. What the table says of them is read anew for each
 * request, so what was ended or revoked is none at the next.
 */
public final class Authentication {
  private static final String BEARER = "Bearer ";

  private final Supplier<String> apiToken;
  private final Login admin;
  private final Sessions sessions;
  private final Accounts accounts;
  private final PersonalTokens tokens;

  /**
   * @param apiToken the API's own token
   * @param admin the login that the token stands for: who runs this Stagegate
   */
  public Authentication(
      Supplier<String> apiToken,
      Login admin,
      Sessions sessions,
      Accounts accounts,
      PersonalTokens tokens) {
    this.apiToken = apiToken;
    this.admin = admin;
    this.sessions = sessions;
    this.accounts = accounts;
    this.tokens = tokens;
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
    return request
        .header("authorization")
        .map(authorization -> bearer(authorization, request.source()))
        .orElseGet(
            () ->
                session(request)
                    .<Identity>map(Identity.Known::new)
                    .orElseGet(Identity.Anonymous::new));
  }

  /** Whether this is the API's token; also what one signs in with. */
  public boolean isToken(String token) {
    return Signatures.same(apiToken.get(), token);
  }

  /** Whom the API's token stands for. */
  public String admin() {
    return admin.value();
  }

  private Identity bearer(String authorization, String source) {
    if (!authorization.startsWith(BEARER)) {
      return new Identity.WrongToken();
    }
    var token = authorization.substring(BEARER.length());
    if (isToken(token)) {
      var from = new Origin(Channel.API, source);
      return new Identity.Known(new Caller(new Person(admin, true, from), ""));
    }
    return tokens
        .find(token)
        .filter(found -> accounts.honours(found.owner(), found.createdAt()))
        .<Identity>map(found -> new Identity.Known(owner(found, source)))
        .orElseGet(Identity.WrongToken::new);
  }

  private Caller owner(PersonalToken token, String source) {
    tokens.used(token);
    var from = new Origin(Channel.TOKEN, source);
    return new Caller(
        new Person(token.owner(), token.owner().equals(admin), token.scopes(), from), "");
  }

  private Optional<Caller> session(Request request) {
    return sessions
        .of(request)
        .flatMap(
            session -> {
              var login = new Login(session.login());
              var from = new Origin(Channel.CONSOLE, request.source());
              return accounts.honours(login, session.issuedAt())
                  ? Optional.of(
                      new Caller(
                          new Person(login, login.equals(admin), from), sessions.csrf(session)))
                  : Optional.empty();
            });
  }
}
