package io.stagegate.link;

import io.stagegate.http.Signatures;
import io.stagegate.model.PersonalLink;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What shows that a link is ours, and what its holder has shown: HMAC-SHA256 by a key that is for
 * nothing else. For a while after a key was changed the one before is taken too, so that links in
 * mails that were sent live on; what is sealed anew is by the new one.
 */
public final class LinkSeals {
  private final Supplier<String> current;
  private final Accepts accepted;

  /** Whether one of the keys that count now passes a check. */
  @FunctionalInterface
  public interface Accepts {
    boolean by(Predicate<String> check);
  }

  /**
   * @param current the key to seal with
   * @param accepted the keys that seals are taken by: that one, and the one before for a while
   */
  public LinkSeals(Supplier<String> current, Accepts accepted) {
    this.current = current;
    this.accepted = accepted;
  }

  /** The signature in a link's address: 43 characters. */
  public String signature(PersonalLink link) {
    return seal(current.get(), "link:" + link.signed());
  }

  public boolean isSignature(PersonalLink link, String signature) {
    return matches("link:" + link.signed(), signature);
  }

  /** What the forms of a link's page carry, where no session is needed. */
  public String formToken(PersonalLink link) {
    return seal(current.get(), "form:" + link.signed());
  }

  public boolean isFormToken(PersonalLink link, String token) {
    return matches("form:" + link.signed(), token);
  }

  /** That a link's holder typed in the right code, good until an instant. */
  public String proof(PersonalLink link, Instant until) {
    var seconds = Long.toString(until.getEpochSecond());
    return seconds + "." + seal(current.get(), "proof:" + seconds + "\n" + link.signed());
  }

  public boolean isProof(PersonalLink link, String proof, Instant now) {
    int dot = proof.indexOf('.');
    if (dot < 1
        || dot > 12
        || !proof.substring(0, dot).chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    var seconds = proof.substring(0, dot);
    return matches("proof:" + seconds + "\n" + link.signed(), proof.substring(dot + 1))
        && now.isBefore(Instant.ofEpochSecond(Long.parseLong(seconds)));
  }

  private boolean matches(String content, String seal) {
    return accepted.by(key -> Signatures.same(seal(key, content), seal));
  }

  private static String seal(String key, String content) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Signatures.sign(key, content));
  }
}
