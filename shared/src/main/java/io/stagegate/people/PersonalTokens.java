package io.stagegate.people;

import io.stagegate.audit.AuditLog;
import io.stagegate.audit.AuditNote;
import io.stagegate.model.Login;
import io.stagegate.model.Person;
import io.stagegate.model.PersonalToken;
import io.stagegate.model.Scope;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import io.stagegate.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Personal tokens: {@code sgt_} and 40 letters and digits, about 238 random bits, so that scanners
 * of secrets know them and a plain SHA-256 keeps them.
 */
public final class PersonalTokens {
  public static final String PREFIX = "sgt_";

  /** So many tokens one person has at most. */
  public static final int MOST = 50;

  private static final Pattern SHAPE = Pattern.compile(PREFIX + "[A-Za-z0-9]{40}");
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 40;

  private final Store store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public PersonalTokens(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What came of asking for a token. */
  public sealed interface Outcome {
    /**
     * It is made.
     *
     * @param text the token itself, which nothing else ever gives
     */
    record Made(PersonalToken token, String text) implements Outcome {}

    /** Not done, with the reason as a sentence. */
    record Refused(String reason) implements Outcome {}
  }

  /**
   * Makes one.
   *
   * @param by whose it will be
   * @param days how long it lasts, from 1
   * @throws IllegalArgumentException for a name, scopes or days that {@link PersonalToken} does not
   *     take
   */
  public Outcome make(Person by, String name, Set<Scope> scopes, int days) {
    var owner = by.login();
    var text = text();
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var token =
        new PersonalToken(
            hash(text), owner, name, scopes, now, now.plus(Duration.ofDays(days)), null);
    if (of(owner).size() >= MOST) {
      return new Outcome.Refused("You have " + MOST + " tokens: revoke one first.");
    }
    store.transact(
        state -> {
          write(state, token);
          remember(state, by, token, "token.made", made(token));
          return true;
        });
    return new Outcome.Made(token, text);
  }

  /** Somebody's tokens, those that expired lately too. */
  public List<PersonalToken> of(Login owner) {
    return store.list(Keys.personalTokens(owner), MOST, null).items();
  }

  /** Ends one of somebody's tokens; false where they have none of that id. */
  public boolean revoke(Person by, String id) {
    return store.transact(
        state -> {
          var inList = Keys.personalTokenInList(by.login(), id);
          var token = state.get(inList);
          token.ifPresent(
              found -> {
                state.delete(inList);
                state.get(Keys.personalToken(found.hash()));
                state.delete(Keys.personalToken(found.hash()));
                remember(
                    state,
                    by,
                    found,
                    "token.revoked",
                    "Revoked the token %s.".formatted(found.name()));
              });
          return token.isPresent();
        });
  }

  /**
   * The token that a text is, and that is not over. What has not a token's shape is not looked up;
   * what has is one read by its hash, whoever's it is.
   */
  public Optional<PersonalToken> find(String text) {
    var now = clock.instant();
    return SHAPE.matcher(text).matches()
        ? store.read(Keys.personalToken(hash(text))).filter(token -> !token.expired(now))
        : Optional.empty();
  }

  /** Writes down that a token was used, at most once an hour. */
  public void used(PersonalToken seen) {
    var now = clock.instant();
    if (!seen.notesUse(now)) {
      return;
    }
    store.transact(
        state -> {
          // Anew, as it may be revoked by now, and another call may have written the use.
          state
              .get(Keys.personalToken(seen.hash()))
              .filter(token -> token.notesUse(now))
              .ifPresent(token -> write(state, token.used(now)));
          return true;
        });
  }

  private static void write(Transaction state, PersonalToken token) {
    var inList = Keys.personalTokenInList(token.owner(), token.id());
    state.get(inList);
    state.get(Keys.personalToken(token.hash()));
    state.put(inList, token, token.expiresAt());
    state.put(Keys.personalToken(token.hash()), token, token.expiresAt());
  }

  private static String made(PersonalToken token) {
    var scopes =
        token.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(", "));
    return "Made the token %s for %s, until %s.".formatted(token.name(), scopes, token.expiresAt());
  }

  private void remember(
      Transaction state, Person by, PersonalToken token, String action, String text) {
    state.audit(
        new AuditNote(
            AuditLog.INSTALLATION,
            clock.instant(),
            by.login().value(),
            by.from(),
            action,
            "token/" + token.id(),
            null,
            text));
  }

  private String text() {
    var text = new StringBuilder(PREFIX);
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
