package io.stagegate.local.github;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page where one chooses who one is. */
final class OAuthPage {
  private static final List<String> KNOWN = List.of("ada", "grace", "linus");
  private static final List<String> KEPT =
      List.of("client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method");

  private OAuthPage() {}

  static String choice(Map<String, String> asked) {
    var kept =
        KEPT.stream()
            .filter(asked::containsKey)
            .map(
                name ->
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(name, escaped(asked.getOrDefault(name, ""))))
            .collect(Collectors.joining("\n"));
    var people =
        KNOWN.stream()
            .map(
                login ->
                    form(
                        kept,
                        "<button name=\"login\" value=\"%1$s\">Go on as %1$s</button>"
                            .formatted(login)))
            .collect(Collectors.joining("\n"));
    var other =
        form(
            kept,
            "<label>Another login <input name=\"login\" required></label> <button>Go on</button>");
    var no = form(kept, "<button name=\"login\" value=\"\">Cancel</button>");
    return page(
        "<h1>GitHub's stand-in</h1>\n<p>Who are you? It believes what you say.</p>\n"
            + people
            + other
            + no);
  }

  static String refusal(String sentence) {
    return page("<h1>GitHub's stand-in</h1>\n<p>" + escaped(sentence) + "</p>");
  }

  private static String form(String kept, String fields) {
    return "<form method=\"post\" action=\"/login/oauth/authorize\">\n"
        + kept
        + "\n<p>"
        + fields
        + "</p>\n</form>\n";
  }

  private static String page(String main) {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>GitHub's stand-in</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"></head>
        <body><main>
        %s
        </main></body></html>
        """
        .formatted(main);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
