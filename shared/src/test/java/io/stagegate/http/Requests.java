package io.stagegate.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Requests for tests. */
public final class Requests {
  private final String method;
  private final String path;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private Body body = Body.EMPTY;

  private Requests(String method, String path) {
    this.method = method;
    this.path = path;
  }

  public static Requests get(String path) {
    return new Requests("GET", path);
  }

  public static Requests post(String path) {
    return new Requests("POST", path);
  }

  public static Requests of(String method, String path) {
    return new Requests(method, path);
  }

  public Requests header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Requests query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** Sends back what a {@code Set-Cookie} value sets. */
  public Requests cookie(String setCookie) {
    var pair = setCookie.split(";", 2)[0];
    cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    return this;
  }

  public Requests body(Body sent) {
    this.body = sent;
    return this;
  }

  public Requests json(String text) {
    return header("content-type", "application/json").body(Body.of(text));
  }

  public Requests form(String encoded) {
    return header("content-type", "application/x-www-form-urlencoded").body(Body.of(encoded));
  }

  /** As a browser asks for a page. */
  public Requests browser() {
    return header("accept", "text/html,application/xhtml+xml");
  }

  public Request build() {
    return new Request(
        method, path, Map.of(), query, headers, cookies, body, "203.0.113.7", "request-1");
  }
}
