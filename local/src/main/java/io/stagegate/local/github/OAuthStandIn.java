package io.stagegate.local.github;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Forms;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the pages and calls by which people sign in elsewhere with their GitHub account:
 * here one says who one is, and is believed. All else is checked as GitHub does: the app's id,
 * secret and callback, the challenge (S256), and that a code is taken once.
 *
 * @see <a
 *     href="https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">GitHub:
 *     Authorizing OAuth apps</a>
 */
final class OAuthStandIn {
  private static final int MAX_BODY = 64 * 1024;
  private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,38}");

  private final AtomicReference<@Nullable OAuthApp> app = new AtomicReference<>();
  private final Map<String, Given> codes = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Documents documents;

  OAuthStandIn(Documents documents) {
    this.documents = documents;
  }

  /** What a code stands for. */
  private record Given(String login, String callback, String challenge) {}

  void register(OAuthApp registered) {
    app.set(registered);
  }

  /** Answers what is about signing in; false for all else. */
  boolean handle(HttpExchange exchange) throws IOException {
    var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    switch (asked) {
      case "GET /login/oauth/authorize" -> page(exchange);
      case "POST /login/oauth/authorize" -> answer(exchange);
      case "POST /login/oauth/access_token" -> exchange(exchange);
      case "GET /user" -> user(exchange);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void page(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getRawQuery();
    var asked = Forms.read(query == null ? "" : query);
    var problem = problem(asked);
    html(
        exchange,
        problem.isEmpty() ? 200 : 400,
        problem.map(OAuthPage::refusal).orElseGet(() -> OAuthPage.choice(asked)));
  }

  private void answer(HttpExchange exchange) throws IOException {
    var asked = form(exchange);
    var problem = problem(asked);
    var login = asked.getOrDefault("login", "");
    if (problem.isPresent()) {
      html(exchange, 400, OAuthPage.refusal(problem.get()));
    } else if (login.isEmpty()) {
      back(exchange, asked, "error=access_denied");
    } else if (!LOGIN.matcher(login).matches()) {
      html(exchange, 400, OAuthPage.refusal("That is no login."));
    } else {
      var code = UUID.randomUUID().toString();
      codes.put(
          code,
          new Given(
              login,
              asked.getOrDefault("redirect_uri", ""),
              asked.getOrDefault("code_challenge", "")));
      back(exchange, asked, "code=" + code);
    }
  }

  private static void back(HttpExchange exchange, Map<String, String> asked, String what)
      throws IOException {
    var state = URLEncoder.encode(asked.getOrDefault("state", ""), StandardCharsets.UTF_8);
    exchange
        .getResponseHeaders()
        .set("Location", asked.get("redirect_uri") + "?" + what + "&state=" + state);
    exchange.sendResponseHeaders(302, -1);
  }

  private Optional<String> problem(Map<String, String> asked) {
    var registered = app.get();
    if (registered == null || !registered.clientId().equals(asked.get("client_id"))) {
      return Optional.of("There is no such OAuth app.");
    }
    if (!registered.mayAnswerTo(asked.getOrDefault("redirect_uri", ""))) {
      return Optional.of("The redirect_uri is not the registered one.");
    }
    return asked.getOrDefault("code_challenge_method", "S256").equals("S256")
        ? Optional.empty()
        : Optional.of("The code_challenge_method is not S256.");
  }

  private void exchange(HttpExchange exchange) throws IOException {
    var asked = form(exchange);
    var registered = app.get();
    if (registered == null
        || !registered.clientId().equals(asked.get("client_id"))
        || !registered.clientSecret().equals(asked.get("client_secret"))) {
      json(exchange, 200, error("incorrect_client_credentials"));
      return;
    }
    var given = codes.remove(asked.getOrDefault("code", ""));
    if (given == null
        || !given.callback().equals(asked.get("redirect_uri"))
        || !given.challenge().equals(challenge(asked.getOrDefault("code_verifier", "")))) {
      json(exchange, 200, error("bad_verification_code"));
      return;
    }
    var token = "gho_" + UUID.randomUUID().toString().replace("-", "");
    tokens.put(token, given.login());
    json(
        exchange,
        200,
        documents.object().put("access_token", token).put("token_type", "bearer").put("scope", ""));
  }

  private void user(HttpExchange exchange) throws IOException {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    var login = header == null ? null : tokens.get(header.replaceFirst("^(Bearer|token) ", ""));
    if (login == null) {
      json(exchange, 401, documents.error(401, "Bad credentials"));
    } else {
      json(exchange, 200, documents.user(login));
    }
  }

  private ObjectNode error(String name) {
    return documents.object().put("error", name);
  }

  private static Map<String, String> form(HttpExchange exchange) throws IOException {
    var body = Http.body(exchange, MAX_BODY).orElse(new byte[0]);
    return Forms.read(new String(body, StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(verifier.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void html(HttpExchange exchange, int status, String page) throws IOException {
    Http.answer(
        exchange, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  private static void json(HttpExchange exchange, int status, ObjectNode body) throws IOException {
    Http.answer(
        exchange, status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
