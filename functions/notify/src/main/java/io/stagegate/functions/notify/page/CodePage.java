package io.stagegate.functions.notify.page;

import io.stagegate.model.Verification;
import io.stagegate.notice.Moments;

/**
 * A mail that brings a code.
 *
 * @param code as it is to be typed in
 */
public record CodePage(Verification asked, String code) {
  public String title() {
    return "Your code for Stagegate";
  }

  public String lead() {
    return asked.purpose().equals(Verification.CONTACT)
        ? asked.login() + " wants to be reached at this address. Type the code into the console:"
        : "Type the code into the page that your link opened:";
  }

  public String until() {
    return "It is good until " + Moments.exact(asked.expiresAt()) + ".";
  }
}
