package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Access;
import io.stagegate.model.PersonalToken;
import io.stagegate.model.Scope;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody's personal tokens, and the end of all that somebody has. */
final class TokenRoutes {
  private static final String PAGE = "/tokens";

  private final PersonalTokens tokens;
  private final Accounts accounts;
  private final Pages pages;
  private final Clock clock;

  TokenRoutes(PersonalTokens tokens, Accounts accounts, Pages pages, Clock clock) {
    this.tokens = tokens;
    this.accounts = accounts;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes
        .get(PAGE, guard.page(self(this::page)))
        .post(PAGE, guard.form(this::makeForm))
        .post(PAGE + "/{token}/removal", guard.form(this::revokeForm))
        .get("/api/v1" + PAGE, guard.api(self(this::list)))
        .post("/api/v1" + PAGE, guard.api(self(this::make)))
        .delete("/api/v1" + PAGE + "/{token}", guard.api(self(this::revoke)))
        .delete("/api/v1/people/{login}/access", guard.api(self(this::end)));
  }

  /** A token that made others would outlive being revoked. */
  static Guard.Answerer self(Guard.Answerer answerer) {
    return (request, caller) ->
        switch (caller.channel()) {
          case API, CONSOLE -> answerer.answer(request, caller);
          case TOKEN, MAIL, SLACK, SYSTEM ->
              Problem.of(403, "No personal token is for this: sign in, or use the API token.")
                  .answer(request);
        };
  }

  private Response list(Request request, Caller caller) {
    var all = tokens.of(caller.person().login()).stream().map(TokenViews.TokenView::of).toList();
    return Response.json(200, new Views.PageView<>(all, null));
  }

  /** Takes {@code name}, {@code scopes} and {@code days}. */
  private Response make(Request request, Caller caller) {
    var fields = Fields.ofJson(request);
    return make(
        request,
        caller,
        fields,
        fields.each("scopes", Scope::ofWord),
        made -> Response.json(201, TokenViews.MadeView.of(made)));
  }

  private Response revoke(Request request, Caller caller) {
    return tokens.revoke(caller.person(), request.parameter("token"))
        ? Response.json(200, new TokenViews.Revoked(request.parameter("token")))
        : Problem.notFound().answer(request);
  }

  private Response end(Request request, Caller caller) {
    var login = PathParameters.login(request);
    return switch (Access.toOperate(
        caller.person(), "Only who runs this Stagegate ends somebody else's access.")) {
      case Access.Allowed() -> {
        accounts.forget(login, caller.person());
        yield Response.json(200, new TokenViews.Ended(login));
      }
      case Access.Lacking(var reason) -> Problem.of(403, reason).answer(request);
      case Access.Foreign() -> Problem.notFound().answer(request);
    };
  }

  private Response page(Request request, Caller caller) {
    var mine = tokens.of(caller.person().login());
    return pages.page(
        200, "tokens", new Models.Tokens(Chrome.of("Tokens", caller, clock.instant()), mine));
  }

  /** One checkbox for each scope. */
  private Response makeForm(Request request, Caller caller, Fields form) {
    var scopes =
        Stream.of(Scope.values())
            .filter(scope -> form.text(scope.word()).isPresent())
            .collect(Collectors.toUnmodifiableSet());
    var chrome = Chrome.of("New token", caller, clock.instant());
    return make(
        request,
        caller,
        form,
        scopes,
        made ->
            pages.page(201, "token-made", new Models.TokenMade(chrome, made.token(), made.text())));
  }

  private Response revokeForm(Request request, Caller caller, Fields form) {
    return tokens.revoke(caller.person(), request.parameter("token"))
        ? Response.seeOther(PAGE)
        : Problem.notFound().answer(request);
  }

  private Response make(
      Request request,
      Caller caller,
      Fields fields,
      Set<Scope> scopes,
      Function<PersonalTokens.Outcome.Made, Response> done) {
    int days = fields.text("days").isEmpty() ? PersonalToken.USUAL_DAYS : fields.number("days");
    PersonalTokens.Outcome outcome;
    try {
      outcome = tokens.make(caller.person(), fields.needed("name"), scopes, days);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("This token does not fit: " + e.getMessage() + ".");
    }
    return switch (outcome) {
      case PersonalTokens.Outcome.Made made -> done.apply(made);
      case PersonalTokens.Outcome.Refused(var reason) -> Problem.of(409, reason).answer(request);
    };
  }
}
