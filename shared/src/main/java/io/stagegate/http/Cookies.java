package io.stagegate.http;

import java.time.Duration;

/** Cookies as all of ours are set: kept from scripts and other sites. */
public final class Cookies {
  private Cookies() {}

  /** A {@code Set-Cookie} value for the whole site. */
  static String of(String name, String value, Duration age, boolean secure) {
    return of(name, value, "/", age, secure);
  }

  /** A {@code Set-Cookie} value for what lies under a path. */
  public static String of(String name, String value, String path, Duration age, boolean secure) {
    return name
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }
}
