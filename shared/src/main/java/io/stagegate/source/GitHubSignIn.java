package io.stagegate.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.model.Login;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * GitHub's web flow for OAuth apps. It asks for no scope: the login is public, and the token that
 * the code is exchanged for is used once and kept nowhere.
 *
 * @see <a
 *     href="https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps">GitHub:
 *     Authorizing OAuth apps</a>
 */
public final class GitHubSignIn implements SignIn {
  private static final String WORDS = "GitHub did not answer as it should. Try again in a moment.";

  private final String web;
  private final String api;
  private final String client;
  private final Supplier<Optional<String>> secret;
  private final GitHubExchange calls;

  /**
   * @param web GitHub's pages, {@code https://github.com}
   * @param api its API, {@code https://api.github.com}
   * @param client the OAuth app's client id
   * @param secret its client secret
   */
  public GitHubSignIn(URI web, URI api, String client, Supplier<Optional<String>> secret) {
    this(web, api, client, secret, new GitHubExchange());
  }

  GitHubSignIn(
      URI web, URI api, String client, Supplier<Optional<String>> secret, GitHubExchange calls) {
    this.web = web.toString().replaceAll("/+$", "");
    this.api = api.toString().replaceAll("/+$", "");
    this.client = client;
    this.secret = secret;
    this.calls = calls;
  }

  @Override
  public URI ask(String state, String challenge, URI back) {
    var query = new TreeMap<String, String>();
    query.put("client_id", client);
    query.put("redirect_uri", back.toString());
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    query.put("allow_signup", "false");
    return URI.create(web + "/login/oauth/authorize?" + form(query));
  }

  @Override
  public Answer whoGave(String code, String verifier, URI back) {
    var key = secret.get();
    if (key.isEmpty()) {
      return new Answer.NoAnswer("The secret of the OAuth app is not there: tell the operator.");
    }
    var asked = new TreeMap<String, String>();
    asked.put("client_id", client);
    asked.put("client_secret", key.get().strip());
    asked.put("code", code);
    asked.put("redirect_uri", back.toString());
    asked.put("code_verifier", verifier);
    try {
      var given = calls.post(URI.create(web + "/login/oauth/access_token"), form(asked));
      var token = given.path("access_token").asText("");
      return token.isEmpty()
          ? refused(given.path("error").asText(""))
          : person(calls.get(URI.create(api + "/user"), token));
    } catch (IOException e) {
      return new Answer.NoAnswer(WORDS);
    }
  }

  /** GitHub answers what it refuses with 200 and an error. */
  private static Answer refused(String error) {
    return switch (error) {
      case "bad_verification_code", "unverified_user_email" -> new Answer.WrongCode();
      case "incorrect_client_credentials", "redirect_uri_mismatch" ->
          new Answer.NoAnswer(
              "GitHub does not take this Stagegate's OAuth app ("
                  + error
                  + "): tell the operator.");
      default -> new Answer.NoAnswer(WORDS);
    };
  }

  private static Answer person(JsonNode user) {
    var id = user.path("id");
    if (!id.isIntegralNumber() || !user.path("login").isTextual()) {
      return new Answer.NoAnswer(WORDS);
    }
    try {
      return new Answer.Known(new Login(user.path("login").asText()), id.longValue());
    } catch (IllegalArgumentException e) {
      return new Answer.NoAnswer("GitHub named a login that is none.");
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
