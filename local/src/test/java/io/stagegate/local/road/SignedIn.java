package io.stagegate.local.road;

import io.stagegate.local.LocalState;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.demo.StoryException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/**
 * Somebody with a session of the console, who came by GitHub's stand-in.
 *
 * @param cookie the session's, {@code name=value}
 * @param csrf the token of its forms, and of its calls that change something
 */
record SignedIn(HttpClient client, LocalState state, String login, String cookie, String csrf) {
  private static final Duration LIMIT = Duration.ofSeconds(40);
  private static final Pattern SESSION = Pattern.compile("((?:__Host-)?stagegate=[^;]+);.*");

  /**
   * Signs in as a GitHub login.
   *
   * @param client one that follows no redirects and keeps no cookies, as a new one does
   */
  static SignedIn as(HttpClient client, LocalSystem system, String login) throws Exception {
    var begun = begin(client, system);
    return opened(client, system, login, finish(client, begun, consent(client, begun, login)));
  }

  /** Sends a browser to GitHub. */
  static HttpResponse<String> begin(HttpClient client, LocalSystem system) throws Exception {
    return send(client, to(URI.create(system.state().console() + "sign-in/github")));
  }

  /** Says on GitHub's page who one is; gives where GitHub sends the browser. */
  static URI consent(HttpClient client, HttpResponse<String> begun, String login) throws Exception {
    var asked = URI.create(begun.headers().firstValue("location").orElseThrow());
    var page = Jsoup.parse(send(client, to(asked)).body(), asked.toString());
    var form = page.select("form").forms().getFirst();
    var fields =
        form.select("input[type=hidden]").stream()
            .map(field -> field.attr("name") + "=" + encoded(field.attr("value")))
            .collect(Collectors.joining("&"));
    var answer =
        send(client, posting(URI.create(form.absUrl("action")), fields + "&login=" + login));
    return URI.create(answer.headers().firstValue("location").orElseThrow());
  }

  /** Comes back from GitHub. */
  static HttpResponse<String> finish(HttpClient client, HttpResponse<String> begun, URI back)
      throws Exception {
    var state = begun.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    return send(client, to(back).header("cookie", state));
  }

  private static SignedIn opened(
      HttpClient client, LocalSystem system, String login, HttpResponse<String> back)
      throws Exception {
    var cookie =
        back.headers().allValues("set-cookie").stream()
            .map(SESSION::matcher)
            .filter(matcher -> matcher.matches())
            .map(matcher -> matcher.group(1))
            .findFirst()
            .orElseThrow(() -> new StoryException(login + " did not come in: " + back.body()));
    var home = send(client, to(URI.create(system.state().console())).header("cookie", cookie));
    var csrf = Jsoup.parse(home.body()).select("input[name=csrf]").attr("value");
    return new SignedIn(client, system.state(), login, cookie, csrf);
  }

  /** Opens a page; the path begins with a slash. */
  HttpResponse<String> page(String path) throws Exception {
    return send(client, to(console(path)).header("cookie", cookie));
  }

  /** Sends a form; its fields are encoded. */
  HttpResponse<String> form(String path, String fields) throws Exception {
    return send(
        client, posting(console(path), fields + "&csrf=" + encoded(csrf)).header("cookie", cookie));
  }

  /** Calls the API; {@code body} may be empty. */
  HttpResponse<String> call(String method, String path, String body) throws Exception {
    return send(
        client,
        HttpRequest.newBuilder(URI.create(state.api() + path))
            .timeout(LIMIT)
            .header("cookie", cookie)
            .header("x-csrf-token", csrf)
            .header("content-type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private URI console(String path) {
    return URI.create(state.console() + path.substring(1));
  }

  private static HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(LIMIT).header("accept", "text/html");
  }

  private static HttpRequest.Builder posting(URI address, String fields) {
    return to(address)
        .header("content-type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields));
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
