package io.stagegate.local.github;

import java.net.URI;

/**
 * An OAuth app as it is registered with GitHub.
 *
 * @param callback where answers may go: this address, or one below it
 */
public record OAuthApp(String clientId, String clientSecret, URI callback) {
  boolean mayAnswerTo(String address) {
    var base = callback.toString();
    return address.equals(base) || address.startsWith(base + "/");
  }

  @Override
  public String toString() {
    return clientId;
  }
}
