package io.stagegate.source;

import io.stagegate.model.Login;
import java.net.URI;

/** Who somebody is on GitHub, by their own leave. */
public interface SignIn {
  /**
   * Where a browser is sent to be asked.
   *
   * @param state what comes back with the answer
   * @param challenge the SHA-256 of the verifier, in base64url
   * @param back where the answer goes
   */
  URI ask(String state, String challenge, URI back);

  /**
   * Who gave a code. A code is good once, and for a few minutes.
   *
   * @param verifier what the challenge was made from
   * @param back the same as was asked with
   */
  Answer whoGave(String code, String verifier, URI back);

  /** What GitHub says. */
  sealed interface Answer {
    /**
     * It is they.
     *
     * @param id GitHub's number of the account, which stays where the login changes
     */
    record Known(Login login, long id) implements Answer {}

    /** GitHub takes no such code: it was used, is too old, or was given to somebody else. */
    record WrongCode() implements Answer {}

    /** GitHub did not say, with the reason as a sentence for people. */
    record NoAnswer(String reason) implements Answer {}
  }
}
