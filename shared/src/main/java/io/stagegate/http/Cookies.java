package io.stagegate.http;

import java.time.Duration;

/** Cookies as all of ours are set: for the whole site, and kept from scripts and other sites. */
final class Cookies {
  private Cookies() {}

  /** A {@code Set-Cookie} value. */
  static String of(String name, String value, Duration age, boolean secure) {
    return name
        + "="
        + value
        + "; Path=/; Max-Age="
        + age.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }
}
