package io.stagegate.functions.console.page;

import io.stagegate.http.Caller;
import io.stagegate.http.Stylesheet;
import java.time.Instant;

/**
 * What every page has.
 *
 * @param login who is signed in; empty where nobody is
 * @param csrf the token of the page's forms
 * @param now when the page was made
 */
public record Chrome(String title, String login, String csrf, Instant now) {

  public static Chrome of(String title, Caller caller, Instant now) {
    return new Chrome(title, caller.login(), caller.csrf(), now);
  }

  /** The page of somebody who isn't signed in. */
  public static Chrome anonymous(String title, Instant now) {
    return new Chrome(title, "", "", now);
  }

  public String stylesheet() {
    return Stylesheet.PAGES.path();
  }

  public boolean signedIn() {
    return !login.isEmpty();
  }

  /** How long ago something was. */
  public String ago(Instant at) {
    return Times.ago(at, now);
  }
}
