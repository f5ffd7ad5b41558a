package io.stagegate.link;

import io.stagegate.http.Cookies;
import io.stagegate.http.Request;
import io.stagegate.http.Sessions;
import io.stagegate.model.PersonalLink;
import java.time.Duration;

/**
 * What a browser holds of a link it opened: its signature, taken out of the address at once, and
 * that a code was typed in. Each goes to that link's page alone.
 */
public final class LinkCookies {
  /** How long a typed-in code lets one read and decide. */
  public static final Duration PROOF = Duration.ofMinutes(30);

  private final boolean secure;

  /**
   * @param publicUrl where the console is reached
   */
  public LinkCookies(String publicUrl) {
    this.secure = publicUrl.startsWith("https:");
  }

  /** The link's signature, or nothing. */
  String signature(Request request) {
    return request.cookie(name("link")).orElse("");
  }

  /** That a code was typed in, or nothing. */
  String proof(Request request) {
    return request.cookie(name("proof")).orElse("");
  }

  /** A {@code Set-Cookie} value. */
  public String signed(PersonalLink link, String signature) {
    return Cookies.of(name("link"), signature, path(link), Sessions.LENGTH, secure);
  }

  /** A {@code Set-Cookie} value. */
  public String proven(PersonalLink link, String proof) {
    return Cookies.of(name("proof"), proof, path(link), PROOF, secure);
  }

  private String name(String what) {
    return (secure ? "__Secure-" : "") + "stagegate-" + what;
  }

  private static String path(PersonalLink link) {
    return "/links/" + link.id();
  }
}
