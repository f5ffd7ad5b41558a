package io.stagegate.http;

/**
 * A page that says one thing.
 *
 * @param requestId what to look for in the logs; empty where the sentence says all
 * @param to where a person goes on
 * @param go what the link there says
 */
public record PlainPage(
    int status, String title, String sentence, String requestId, String to, String go) {
  /** A page that leads to the projects. */
  public static PlainPage of(int status, String title, String sentence) {
    return new PlainPage(status, title, sentence, "", "/", "Go to the projects");
  }

  PlainPage withRequest(String id) {
    return new PlainPage(status, title, sentence, id, to, go);
  }

  PlainPage leadingTo(String address, String text) {
    return new PlainPage(status, title, sentence, requestId, address, text);
  }

  public Response answer() {
    var id =
        requestId.isEmpty() ? "" : "<p class=\"quiet\">Request " + Html.escape(requestId) + "</p>";
    return Response.html(
        status,
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s · Stagegate</title>
        <link rel="stylesheet" href="%2$s">
        </head>
        <body>
        <header class="bar"><a class="brand" href="/">Stagegate</a></header>
        <main class="narrow">
        <h1>%1$s</h1>
        <p>%3$s</p>
        %4$s
        <p><a href="%5$s">%6$s</a></p>
        </main>
        </body>
        </html>
        """
            .formatted(
                Html.escape(title),
                Html.escape(Stylesheet.PAGES.path()),
                Html.escape(sentence),
                id,
                Html.escape(to),
                Html.escape(go)));
  }
}
