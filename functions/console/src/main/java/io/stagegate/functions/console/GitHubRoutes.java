package io.stagegate.functions.console;

import io.stagegate.http.BadRequest;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Sessions;
import io.stagegate.http.SignInStates;
import io.stagegate.http.Signatures;
import io.stagegate.model.Login;
import io.stagegate.people.Accounts;
import io.stagegate.source.SignIn;
import java.net.URI;

/**
 * Signing in by GitHub: there with a state that this browser alone holds, and back with a code that
 * GitHub takes once. Whatever does not fit is one plain page, and opens nothing.
 */
final class GitHubRoutes {
  static final String BEGIN = "/sign-in/github";
  static final String BACK = BEGIN + "/callback";

  /**
   * The name that {@code AdminLogin} has where nobody chose one. It is an account on GitHub too,
   * which must not become the operator by that.
   */
  private static final Login RESERVED = new Login("admin");

  private static final int LONGEST_CODE = 200;

  private final SignIn gitHub;
  private final SignInStates states;
  private final Sessions sessions;
  private final Accounts accounts;
  private final URI back;

  /**
   * @param publicUrl where the console is reached, without a slash at the end
   */
  GitHubRoutes(
      SignIn gitHub, SignInStates states, Sessions sessions, Accounts accounts, String publicUrl) {
    this.gitHub = gitHub;
    this.states = states;
    this.sessions = sessions;
    this.accounts = accounts;
    this.back = URI.create(publicUrl + BACK);
  }

  void add(Routes.Builder routes) {
    routes.get(BEGIN, this::begin).get(BACK, this::end);
  }

  private Response begin(Request request) {
    var state = states.begin(OwnPages.only(request.query("to").orElse("/")));
    var there = gitHub.ask(state.value(), states.challenge(state), back);
    return Response.seeOther(there.toString()).withCookie(states.cookie(state));
  }

  private Response end(Request request) {
    if (!request.method().equals("GET")) {
      throw new BadRequest(405, "This address is opened, not looked at beforehand.");
    }
    var state = states.of(request);
    if (state.isEmpty()
        || !Signatures.same(state.get().value(), request.query("state").orElse(""))) {
      return refused(
          request,
          400,
          "This sign-in was not begun in this browser, or it took longer than "
              + SignInStates.LENGTH.toMinutes()
              + " minutes. Begin again.");
    }
    if (request.query("error").isPresent()) {
      return refused(request, 403, "GitHub was not allowed to say who you are, so nobody came in.");
    }
    var code = request.query("code").orElse("");
    if (code.isBlank() || code.length() > LONGEST_CODE) {
      return refused(request, 400, "GitHub sent no code along. Begin again.");
    }
    return switch (gitHub.whoGave(code, states.verifier(state.get()), back)) {
      case SignIn.Answer.Known(var login, var id) -> open(request, login, id, state.get().to());
      case SignIn.Answer.WrongCode() ->
          refused(request, 403, "GitHub does not take this code, or no longer. Begin again.");
      case SignIn.Answer.NoAnswer(var reason) -> refused(request, 424, reason);
    };
  }

  private Response open(Request request, Login login, long id, String to) {
    if (login.equals(RESERVED)) {
      return refused(
          request, 403, "The name " + login + " is for whoever holds the API token alone.");
    }
    if (!accounts.signIn(login, id)) {
      return refused(
          request,
          403,
          "Another GitHub account was " + login + " here before. Ask who runs this Stagegate.");
    }
    return Response.seeOther(to)
        .withCookie(sessions.open(login.value()))
        .withCookie(states.close());
  }

  private Response refused(Request request, int status, String sentence) {
    return Problem.of(status, sentence).answer(request).withCookie(states.close());
  }
}
