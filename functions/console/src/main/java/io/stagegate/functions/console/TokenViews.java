package io.stagegate.functions.console;

import io.stagegate.model.Login;
import io.stagegate.model.PersonalToken;
import io.stagegate.model.Scope;
import io.stagegate.people.PersonalTokens;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API shows of tokens. */
final class TokenViews {
  private TokenViews() {}

  /** A token, without what it is. */
  record TokenView(
      String id,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    static TokenView of(PersonalToken token) {
      return new TokenView(
          token.id(),
          token.name(),
          token.scopes().stream().sorted().map(Scope::word).toList(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt());
    }
  }

  /** A new token; {@code token} is shown this once. */
  record MadeView(String id, String token, List<String> scopes, Instant expiresAt) {
    static MadeView of(PersonalTokens.Outcome.Made made) {
      var view = TokenView.of(made.token());
      return new MadeView(view.id(), made.text(), view.scopes(), view.expiresAt());
    }
  }

  record Revoked(String revoked) {}

  record Ended(Login ended) {}
}
