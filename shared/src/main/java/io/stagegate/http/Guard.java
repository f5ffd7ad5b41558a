package io.stagegate.http;

import io.stagegate.http.Authentication.Identity;
import io.stagegate.people.Slowdown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Lets through to an endpoint only those who are known, and forms only from our own pages. */
public final class Guard {
  /** The name of the field that holds a form's token. */
  public static final String CSRF_FIELD = "csrf";

  /** The header that holds it where a session calls the API. */
  public static final String CSRF_HEADER = "x-csrf-token";

  private static final String NO_TOKEN =
      "That is not the API token, nor a personal token that still holds.";
  private static final String FOREIGN = "This form was not sent from a page of this session.";

  private final Authentication authentication;
  private final Slowdown slowdown;

  public Guard(Authentication authentication, Slowdown slowdown) {
    this.authentication = authentication;
    this.slowdown = slowdown;
  }

  /** Answers a known caller. */
  @FunctionalInterface
  public interface Answerer {
    Response answer(Request request, Caller caller);
  }

  /** Answers a known caller who sent a form. */
  @FunctionalInterface
  public interface FormAnswerer {
    Response answer(Request request, Caller caller, Fields form);
  }

  /** An API call: without a caller 401. */
  public Endpoint api(Answerer answerer) {
    return request ->
        switch (authentication.of(request)) {
          case Identity.Known(var caller) ->
              reads(request)
                  ? answerer.answer(request, caller)
                  : slowed(
                      request,
                      caller,
                      () ->
                          mayChange(request, caller)
                              ? answerer.answer(request, caller)
                              : Problem.of(403, FOREIGN).json());
          case Identity.Anonymous() ->
              unauthorized("Say who asks: Authorization: Bearer and a token.");
          case Identity.WrongToken() -> wrongToken(request);
        };
  }

  /** A page: without a caller one signs in first. */
  public Endpoint page(Answerer answerer) {
    return request ->
        switch (authentication.of(request)) {
          case Identity.Known(var caller) -> answerer.answer(request, caller);
          case Identity.Anonymous() ->
              Response.seeOther(
                  "/sign-in?to=" + URLEncoder.encode(request.path(), StandardCharsets.UTF_8));
          case Identity.WrongToken() -> wrongToken(request);
        };
  }

  /** A form of ours: it needs a session and that session's token. */
  public Endpoint form(FormAnswerer answerer) {
    return request ->
        switch (authentication.of(request)) {
          case Identity.Known(var caller) ->
              slowed(request, caller, () -> form(request, caller, answerer));
          case Identity.Anonymous() ->
              Problem.of(401, "Your session is over. Sign in, then do it again.").answer(request);
          case Identity.WrongToken() -> wrongToken(request);
        };
  }

  private static Response form(Request request, Caller caller, FormAnswerer answerer) {
    if (caller.csrf().isEmpty()) {
      return Problem.of(403, "Forms are for sessions; the API has its own calls.").answer(request);
    }
    var form = Fields.ofForm(request);
    return !crossSite(request) && Signatures.same(caller.csrf(), form.text(CSRF_FIELD).orElse(""))
        ? answerer.answer(request, caller, form)
        : Problem.of(403, FOREIGN).answer(request);
  }

  /** Whoever keeps asking for what they may not has to wait between. */
  private Response slowed(Request request, Caller caller, Supplier<Response> answer) {
    var login = caller.person().login();
    var left = slowdown.left(login);
    if (left.isPositive()) {
      return Problem.tooMany(left, request);
    }
    var response = answer.get();
    if (response.status() == 403) {
      slowdown.refused(login);
    }
    return response;
  }

  private Response wrongToken(Request request) {
    var left = slowdown.refused(request.source());
    return left.isPositive() ? Problem.tooMany(left, request) : unauthorized(NO_TOKEN);
  }

  /** Whether the browser says that another site sent this. */
  public static boolean crossSite(Request request) {
    var site = request.header("sec-fetch-site").orElse("same-origin");
    return !site.equals("same-origin") && !site.equals("none");
  }

  private static boolean reads(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  private static boolean mayChange(Request request, Caller caller) {
    return switch (caller.channel()) {
      case API, TOKEN -> true;
      case CONSOLE -> Signatures.same(caller.csrf(), request.header(CSRF_HEADER).orElse(""));
      // They have doors of their own, with proofs of their own.
      case MAIL, SLACK, SYSTEM -> false;
    };
  }

  private static Response unauthorized(String sentence) {
    return Problem.of(401, sentence).json().with("www-authenticate", "Bearer realm=\"stagegate\"");
  }
}
