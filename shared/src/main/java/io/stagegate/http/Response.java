package io.stagegate.http;

import io.stagegate.store.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer.
 *
 * @param headers by lower-case name
 * @param cookies whole {@code Set-Cookie} values
 * @param body text, in UTF-8
 */
public record Response(int status, Map<String, String> headers, List<String> cookies, String body) {
  private static final String NO_STORE = "no-store";

  /**
   * Pages load our stylesheet and nothing else, run no script, post only to us and are framed by
   * nobody.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  public Response {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /** A value as JSON, as {@link Codec} writes it. */
  public static Response json(int status, Object value) {
    return text(status, "application/json", Codec.write(value));
  }

  /** A JSON document that is there already. */
  public static Response json(int status, String document) {
    return text(status, "application/json", document);
  }

  /** A page, with the headers that keep it to itself. */
  public static Response html(int status, String page) {
    return text(status, "text/html; charset=utf-8", page)
        .with("content-security-policy", CONTENT_SECURITY_POLICY)
        .with("cross-origin-opener-policy", "same-origin")
        .with("referrer-policy", "no-referrer")
        .with("x-frame-options", "DENY");
  }

  /** Sends a browser on with a GET, after a form did what it was for. */
  public static Response seeOther(String location) {
    return text(303, "text/plain; charset=utf-8", "").with("location", location);
  }

  /** Text of any type that must not be stored. */
  public static Response text(int status, String contentType, String body) {
    return new Response(
        status,
        Map.of(
            "content-type", contentType,
            "cache-control", NO_STORE,
            "x-content-type-options", "nosniff"),
        List.of(),
        body);
  }

  public Response with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, more, cookies, body);
  }

  public Response withCookie(String cookie) {
    var more = new ArrayList<>(cookies);
    more.add(cookie);
    return new Response(status, headers, more, body);
  }

  Response withoutBody() {
    return new Response(status, headers, cookies, "");
  }
}
