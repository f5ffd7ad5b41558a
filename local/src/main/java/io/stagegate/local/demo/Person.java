package io.stagegate.local.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A person at the console: reads pages and sends their forms, with all the fields they hold. */
public final class Person implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(40);

  private final HttpClient browser;
  private final URI console;

  public Person(URI console) {
    this.console = console;
    this.browser =
        HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  /** Sends cookies as browsers do (RFC 6265), which the JDK doesn't once one has a Max-Age. */
  private static final class Cookies extends CookieManager {
    Cookies() {
      super(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    }

    @Override
    public void put(URI address, Map<String, List<String>> headers) throws IOException {
      super.put(address, headers);
      getCookieStore().getCookies().forEach(cookie -> cookie.setVersion(0));
    }
  }

  /** Signs in with the token. */
  public void signIn(String token) throws IOException, InterruptedException {
    var page = open("/sign-in");
    send(form(page, "/sign-in"), Map.of("token", token));
  }

  /** Signs in as a GitHub login, by GitHub's stand-in. */
  public void signInAs(String login) throws IOException, InterruptedException {
    var link = open("/sign-in").selectFirst("a[href^=/sign-in/github]");
    if (link == null) {
      throw new StoryException("one can't sign in by GitHub");
    }
    var asked = open(link.attr("href"));
    send(form(asked, "/login/oauth/authorize"), Map.of("login", login));
  }

  /** Opens a page. */
  public Document open(String path) throws IOException, InterruptedException {
    return page(
        browser.send(
            HttpRequest.newBuilder(console.resolve(path))
                .timeout(LIMIT)
                .header("accept", "text/html")
                .build(),
            BodyHandlers.ofString()));
  }

  /** The page's form that posts to this path. */
  public static FormElement form(Document page, String path) {
    return page.select("form").forms().stream()
        .filter(form -> URI.create(form.absUrl("action")).getPath().equals(path))
        .findFirst()
        .orElseThrow(
            () -> new StoryException(page.location() + " has no form that posts to " + path));
  }

  /**
   * Sends a form as a browser does: the hidden fields with it.
   *
   * @param filled what the person types and which button they press, by field name
   */
  public Document send(FormElement form, Map<String, String> filled)
      throws IOException, InterruptedException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Element hidden : form.select("input[type=hidden]")) {
      fields.put(hidden.attr("name"), hidden.attr("value"));
    }
    fields.putAll(filled);
    var body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return page(
        browser.send(
            HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .timeout(LIMIT)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("accept", "text/html")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString()));
  }

  private static Document page(HttpResponse<String> answer) {
    var page = Jsoup.parse(answer.body(), answer.uri().toString());
    if (answer.statusCode() != 200) {
      throw new StoryException(
          answer.uri().getPath()
              + " answered "
              + answer.statusCode()
              + ": "
              + page.select("main").text());
    }
    return page;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    browser.close();
  }
}
