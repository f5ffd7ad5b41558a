package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A code that somebody is sent, to show that it is they who read what is sent there.
 *
 * @param address where the code goes
 * @param purpose what the right code does: {@link #CONTACT}, or which personal link it is for
 * @param codeHash SHA-256 of the code that was sent, in hexadecimal digits; null before
 * @param triesLeft how many more codes are looked at
 * @param asks how many codes were asked for since {@code firstAskedAt}
 * @param expiresAt from then on no code is taken
 */
public record Verification(
    Login login,
    Notice.Channel channel,
    String address,
    String purpose,
    @Nullable String codeHash,
    int triesLeft,
    int asks,
    Attempts attempts,
    Instant firstAskedAt,
    Instant askedAt,
    Instant expiresAt) {
  /** The address becomes one of the person's contacts. */
  public static final String CONTACT = "CONTACT";

  /** How long a code is good for. */
  public static final Duration GOOD_FOR = Duration.ofHours(1);

  /** Not sooner than this after one code is another one sent. */
  public static final Duration PAUSE = Duration.ofMinutes(1);

  /** For so long codes are counted together. */
  public static final Duration DAY = Duration.ofDays(1);

  /** The most codes in a {@link #DAY}. */
  public static final int MOST_ASKS = 10;

  private static final int MOST_TRIES = 5;

  /** What asking for a code gives. */
  public sealed interface Asking {
    /** A code will be sent. */
    record Asked(Verification verification) implements Asking {}

    /** Not again so soon. */
    record TooSoon(Instant again) implements Asking {}
  }

  /**
   * Asks for a code.
   *
   * @param before what was asked for last, of the same purpose, wherever it went
   */
  public static Asking ask(
      Login login,
      Notice.Channel channel,
      String address,
      String purpose,
      Optional<Verification> before,
      Instant now) {
    var counted = before.filter(last -> now.isBefore(last.firstAskedAt.plus(DAY)));
    int asks = counted.map(Verification::asks).orElse(0);
    var first = counted.map(Verification::firstAskedAt).orElse(now);
    if (asks >= MOST_ASKS) {
      return new Asking.TooSoon(first.plus(DAY));
    }
    var again = counted.map(last -> last.askedAt.plus(PAUSE)).orElse(now);
    return now.isBefore(again)
        ? new Asking.TooSoon(again)
        : new Asking.Asked(
            new Verification(
                login,
                channel,
                address,
                purpose,
                null,
                MOST_TRIES,
                asks + 1,
                Attempts.first(now),
                first,
                now,
                now.plus(GOOD_FOR)));
  }

  /** Whether a code may still be typed in. */
  public boolean open(Instant now) {
    return now.isBefore(expiresAt) && triesLeft > 0;
  }

  /** Whether a code is to be sent now. */
  public boolean due(Instant now) {
    return codeHash == null && open(now) && attempts.due(now);
  }

  /** Somebody sends it now. */
  public Verification begun(Instant now) {
    return with(codeHash, triesLeft, attempts.begun(now));
  }

  /** A code was sent; it is the one that counts. */
  public Verification sent(String hash) {
    return with(hash, triesLeft, attempts);
  }

  /** It could not be sent; another code is, later. */
  public Verification failed(String why, Duration atLeast, Instant now) {
    return with(null, triesLeft, attempts.failed(why, atLeast, now));
  }

  /** A code that is looked at takes a try. */
  public Verification tried() {
    return with(codeHash, triesLeft - 1, attempts);
  }

  /** The right code was typed in: it is good for nothing more. */
  public Verification spent() {
    return with(codeHash, 0, attempts);
  }

  private Verification with(@Nullable String hash, int tries, Attempts attempts) {
    return new Verification(
        login,
        channel,
        address,
        purpose,
        hash,
        tries,
        asks,
        attempts,
        firstAskedAt,
        askedAt,
        expiresAt);
  }
}
