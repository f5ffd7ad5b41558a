package io.stagegate.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method in capitals
 * @param path begins with a slash, without the query
 * @param parameters what the matched route's {@code {names}} stand for
 * @param query decoded; of a name that comes twice the first
 * @param headers by lower-case name; {@link #header} asks in any case
 * @param cookies by name
 * @param source the address it came from, as API Gateway saw it
 * @param id API Gateway's request id, which the answer to an unexpected failure names
 */
public record Request(
    String method,
    String path,
    Map<String, String> parameters,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> cookies,
    Body body,
    String source,
    String id) {

  public Request {
    parameters = Map.copyOf(parameters);
    query = Map.copyOf(query);
    cookies = Map.copyOf(cookies);
    var lower = new HashMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** A parameter of the route's pattern; asking for one the pattern hasn't is a mistake. */
  public String parameter(String name) {
    var value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** Whether a person's browser asks, and so should be answered with a page. */
  public boolean wantsPage() {
    return !path.startsWith("/api/") && header("accept").orElse("").contains("text/html");
  }

  Request with(Map<String, String> matched) {
    return new Request(method, path, matched, query, headers, cookies, body, source, id);
  }

  /** Without its headers, cookies and body, which may hold secrets. */
  @Override
  public String toString() {
    return method + " " + path + " (" + id + ")";
  }
}
