package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models.SignIn;
import io.stagegate.http.Authentication;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Sessions;
import io.stagegate.people.Accounts;
import io.stagegate.people.Slowdown;
import java.time.Clock;

/** Signing in with the API's token, and out. */
final class SignInPages {
  private final Authentication authentication;
  private final Sessions sessions;
  private final Accounts accounts;
  private final Slowdown slowdown;
  private final boolean gitHub;
  private final Pages pages;
  private final Clock clock;

  /**
   * @param gitHub whether one can sign in by GitHub too
   */
  SignInPages(
      Authentication authentication,
      Sessions sessions,
      Accounts accounts,
      Slowdown slowdown,
      boolean gitHub,
      Pages pages,
      Clock clock) {
    this.authentication = authentication;
    this.sessions = sessions;
    this.accounts = accounts;
    this.slowdown = slowdown;
    this.gitHub = gitHub;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes
        .get("/sign-in", this::form)
        .post("/sign-in", this::signIn)
        .post("/sign-out", guard.form(this::signOut))
        .post("/sign-out/everywhere", guard.form(this::signOutEverywhere));
  }

  private Response form(Request request) {
    return page(200, request.query("to").orElse("/"), false);
  }

  private Response signIn(Request request) {
    if (Guard.crossSite(request)) {
      throw new BadRequest(403, "This form was not sent from our page.");
    }
    var form = Fields.ofForm(request);
    var to = form.text("to").orElse("/");
    if (authentication.isToken(form.text("token").orElse(""))) {
      return Response.seeOther(OwnPages.only(to)).withCookie(sessions.open(authentication.admin()));
    }
    var left = slowdown.refused(request.source());
    return left.isPositive() ? Problem.tooMany(left, request) : page(401, to, true);
  }

  private Response signOut(Request request, Caller caller, Fields form) {
    return Response.seeOther("/sign-in").withCookie(sessions.close());
  }

  private Response signOutEverywhere(Request request, Caller caller, Fields form) {
    accounts.end(caller.person());
    return signOut(request, caller, form);
  }

  private Response page(int status, String to, boolean wrong) {
    var chrome = Chrome.anonymous("Sign in", clock.instant());
    return pages.page(status, "sign-in", new SignIn(chrome, OwnPages.only(to), wrong, gitHub));
  }
}
