package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models.SignIn;
import io.stagegate.http.Authentication;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Sessions;
import java.time.Clock;
import java.util.regex.Pattern;

/** Signing in with the API's token, and out. */
final class SignInPages {
  /** Addresses of our own pages, and none that a browser takes for another host. */
  private static final Pattern OWN = Pattern.compile("/([a-z0-9-][a-z0-9/-]{0,200})?");

  private final Authentication authentication;
  private final Sessions sessions;
  private final Pages pages;
  private final Clock clock;

  SignInPages(Authentication authentication, Sessions sessions, Pages pages, Clock clock) {
    this.authentication = authentication;
    this.sessions = sessions;
    this.pages = pages;
    this.clock = clock;
  }

  Response form(Request request) {
    return page(200, request.query("to").orElse("/"), false);
  }

  Response signIn(Request request) {
    if (Guard.crossSite(request)) {
      throw new BadRequest(403, "This form was not sent from our page.");
    }
    var form = Fields.ofForm(request);
    var to = form.text("to").orElse("/");
    return authentication.isToken(form.text("token").orElse(""))
        ? Response.seeOther(own(to)).withCookie(sessions.open(authentication.admin()))
        : page(401, to, true);
  }

  Response signOut(Request request, Caller caller, Fields form) {
    return Response.seeOther("/sign-in").withCookie(sessions.close());
  }

  private Response page(int status, String to, boolean wrong) {
    var chrome = Chrome.anonymous("Sign in", clock.instant());
    return pages.page(status, "sign-in", new SignIn(chrome, own(to), wrong));
  }

  private static String own(String to) {
    return OWN.matcher(to).matches() ? to : "/";
  }
}
