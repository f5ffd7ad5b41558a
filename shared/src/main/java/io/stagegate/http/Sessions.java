package io.stagegate.http;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sessions in a signed cookie: nothing is stored, and nothing in it is secret but its signature.
 * Whether its person's sessions were ended since is for {@link Authentication} to ask.
 *
 * <p>The cookie is {@code HttpOnly} and {@code SameSite=Lax}; where the console is reached by https
 * it is {@code Secure} and its name has the {@code __Host-} prefix, so that no other host can set
 * it.
 */
public final class Sessions {
  /** How long one stays signed in. */
  public static final Duration LENGTH = Duration.ofHours(12);

  private static final int LONGEST_COOKIE = 1_000;

  private final Supplier<String> secret;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  /**
   * @param secret the key of the signatures, at least 32 characters
   * @param publicUrl where the console is reached
   */
  public Sessions(Supplier<String> secret, String publicUrl, Clock clock) {
    this.secret = secret;
    this.clock = clock;
    this.secure = publicUrl.startsWith("https:");
  }

  /** The cookie of a new session, as a {@code Set-Cookie} value. */
  public String open(String login) {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    var session = new Session(login, base64(bytes), clock.instant());
    return cookie(written(session), LENGTH);
  }

  /** The cookie that ends a session, as a {@code Set-Cookie} value. */
  public String close() {
    return cookie("", Duration.ZERO);
  }

  /** The session of a request, where its cookie is ours and not over. */
  public Optional<Session> of(Request request) {
    return request.cookie(name()).flatMap(this::read);
  }

  /** The token that the session's forms carry. */
  public String csrf(Session session) {
    return base64(Signatures.sign(secret.get(), "csrf:" + session.id()));
  }

  /** Whether a form's token is the session's. */
  public boolean isCsrf(Session session, String token) {
    return Signatures.same(csrf(session), token);
  }

  private String written(Session session) {
    var content =
        base64(session.login().getBytes(StandardCharsets.UTF_8))
            + "."
            + session.id()
            + "."
            + session.issuedAt().toEpochMilli();
    return content + "." + signature(content);
  }

  private Optional<Session> read(String cookie) {
    int last = cookie.lastIndexOf('.');
    if (last < 0 || cookie.length() > LONGEST_COOKIE) {
      return Optional.empty();
    }
    var content = cookie.substring(0, last);
    if (!Signatures.same(signature(content), cookie.substring(last + 1))) {
      return Optional.empty();
    }
    var parts = content.split("\\.", -1);
    var login = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    var session = new Session(login, parts[1], Instant.ofEpochMilli(Long.parseLong(parts[2])));
    return clock.instant().isBefore(session.issuedAt().plus(LENGTH))
        ? Optional.of(session)
        : Optional.empty();
  }

  private String signature(String content) {
    return base64(Signatures.sign(secret.get(), "signed-in:" + content));
  }

  private String name() {
    return secure ? "__Host-stagegate" : "stagegate";
  }

  private String cookie(String value, Duration age) {
    return Cookies.of(name(), value, age, secure);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
