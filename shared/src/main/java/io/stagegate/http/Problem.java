package io.stagegate.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stagegate.store.Codec;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not done, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> has
 * it, or as a page for people.
 *
 * @param title the status in a few words
 * @param detail one plain sentence for whoever asked
 * @param requestId what to look for in the logs; null where the sentence says all
 */
public record Problem(
    int status,
    String title,
    String detail,
    @JsonProperty("requestId") @Nullable String requestId) {
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          Map.entry(400, "Bad request"),
          Map.entry(401, "Not signed in"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not found"),
          Map.entry(405, "Method not allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(413, "Too large"),
          Map.entry(415, "Unsupported media type"),
          Map.entry(429, "Too many requests"),
          Map.entry(424, "GitHub did not answer as expected"),
          Map.entry(500, "Something went wrong"),
          Map.entry(502, "GitHub did not answer as expected"),
          Map.entry(503, "Busy"));

  public static Problem of(int status, String detail) {
    return new Problem(status, TITLES.getOrDefault(status, "Problem"), detail, null);
  }

  public static Problem notFound() {
    return of(404, "There is nothing here.");
  }

  /** The answer to who has to wait. */
  public static Response tooMany(Duration left, Request request) {
    long seconds = Math.max(1, left.toSeconds());
    return of(429, "Too many tries that were refused. Wait " + seconds + " s, then try again.")
        .answer(request)
        .with("retry-after", Long.toString(seconds));
  }

  static Problem unexpected(String requestId) {
    return new Problem(
        500,
        "Something went wrong",
        "Stagegate could not do that. The logs hold the reason under this request id.",
        requestId);
  }

  /** The answer as a page where a browser asks for one, else as a JSON document. */
  public Response answer(Request request) {
    return request.wantsPage() ? page(back(request)) : json();
  }

  public Response json() {
    return Response.text(status, "application/problem+json", Codec.write(this));
  }

  /** Where a person goes on: from a form to the page it stood on, else to the projects. */
  private static String back(Request request) {
    int last = request.path().lastIndexOf('/');
    return request.method().equals("POST") && last > 0 ? request.path().substring(0, last) : "/";
  }

  private Response page(String back) {
    return PlainPage.of(status, title, detail)
        .withRequest(requestId == null ? "" : requestId)
        .leadingTo(back, back.equals("/") ? "Go to the projects" : "Go back")
        .answer();
  }
}
