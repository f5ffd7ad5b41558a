package io.stagegate.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a browser carries from here to GitHub and back: a signed cookie that says which sign-in it
 * began, so that nobody's else can be finished in it. The proof of the code's exchange (<a
 * href="https://www.rfc-editor.org/rfc/rfc7636">PKCE</a>) is made from the state and our key: it is
 * in no cookie.
 */
public final class SignInStates {
  /** How long signing in may take. */
  public static final Duration LENGTH = Duration.ofMinutes(10);

  private static final int LONGEST_COOKIE = 1_000;

  private final Supplier<String> secret;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  /**
   * @param secret the key of the signatures, at least 32 characters
   * @param publicUrl where the console is reached
   */
  public SignInStates(Supplier<String> secret, String publicUrl, Clock clock) {
    this.secret = secret;
    this.clock = clock;
    this.secure = publicUrl.startsWith("https:");
  }

  /**
   * A sign-in that was begun.
   *
   * @param value random, what GitHub hands back
   * @param to where to go then
   */
  public record State(String value, String to, Instant expiresAt) {}

  /** Begins a sign-in. */
  public State begin(String to) {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return new State(base64(bytes), to, clock.instant().plus(LENGTH));
  }

  /** The cookie that holds it, as a {@code Set-Cookie} value. */
  public String cookie(State state) {
    var content =
        state.value()
            + "."
            + base64(state.to().getBytes(StandardCharsets.UTF_8))
            + "."
            + state.expiresAt().getEpochSecond();
    return cookie(content + "." + signature(content), LENGTH);
  }

  /** The cookie that ends it, as a {@code Set-Cookie} value. */
  public String close() {
    return cookie("", Duration.ZERO);
  }

  /** The sign-in that a request's browser began, where its cookie is ours and not over. */
  public Optional<State> of(Request request) {
    return request.cookie(name()).flatMap(this::read);
  }

  /** The proof that who exchanges the code is who asked for it: 43 characters. */
  public String verifier(State state) {
    return base64(Signatures.sign(secret.get(), "verifier:" + state.value()));
  }

  /** What GitHub is told of the proof beforehand, by method S256. */
  public String challenge(State state) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return base64(digest.digest(verifier(state).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Optional<State> read(String cookie) {
    int last = cookie.lastIndexOf('.');
    if (last < 0
        || cookie.length() > LONGEST_COOKIE
        || !Signatures.same(signature(cookie.substring(0, last)), cookie.substring(last + 1))) {
      return Optional.empty();
    }
    var parts = cookie.split("\\.", -1);
    var to = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    var state = new State(parts[0], to, Instant.ofEpochSecond(Long.parseLong(parts[2])));
    return clock.instant().isBefore(state.expiresAt()) ? Optional.of(state) : Optional.empty();
  }

  private String signature(String content) {
    return base64(Signatures.sign(secret.get(), "signing-in:" + content));
  }

  private String name() {
    return secure ? "__Host-stagegate-state" : "stagegate-state";
  }

  private String cookie(String value, Duration age) {
    return Cookies.of(name(), value, age, secure);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
