package io.stagegate.people;

import static io.stagegate.release.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.http.Ticking;
import io.stagegate.model.Login;
import io.stagegate.model.Scope;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PersonalTokensTest {
  private static final Login ADA = new Login("ada");
  private static final Set<Scope> READ = Set.of(Scope.READ);

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final PersonalTokens tokens = new PersonalTokens(store, clock);

  @Test
  void aTokenIsFoundByItsTextAloneAndKeptAsItsHash() {
    var made = made("ci", 90);

    assertThat(made.text()).matches("sgt_[A-Za-z0-9]{40}");
    assertThat(tokens.find(made.text())).contains(made.token());
    assertThat(tokens.of(ADA)).containsExactly(made.token());
    var stored = Codec.write(store.read(Keys.personalToken(made.token().hash())).orElseThrow());
    assertThat(stored).doesNotContain(made.text(), made.text().substring(4));
    assertThat(made.token().hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void noTwoTokensAreAlike() {
    var texts = new HashSet<String>();
    for (int i = 0; i < 30; i++) {
      texts.add(made("t" + i, 1).text());
    }
    assertThat(texts).hasSize(30);
  }

  @Test
  void whatIsNoTokenIsNotFound() {
    var text = made("ci", 90).text();
    for (var odd :
        List.of(
            "",
            "sgt_",
            text + "A",
            text.substring(0, text.length() - 1),
            text.replaceFirst("sgt_", "SGT_"),
            text.substring(0, 43) + (text.endsWith("A") ? "B" : "A"),
            text + "\n",
            "sgt_" + "é".repeat(40),
            "sgt_" + "A".repeat(100_000))) {
      assertThat(tokens.find(odd)).as(odd).isEmpty();
    }
  }

  @Test
  void itEndsInTime() {
    var text = made("ci", 1).text();
    clock.pass(Duration.ofDays(1).minusSeconds(1));
    assertThat(tokens.find(text)).isPresent();
    clock.pass(Duration.ofSeconds(1));
    assertThat(tokens.find(text)).isEmpty();
  }

  @Test
  void itsOwnerRevokesItAndNobodyElse() {
    var made = made("ci", 90);

    assertThat(tokens.revoke(person("eve"), made.token().id())).isFalse();
    assertThat(tokens.find(made.text())).isPresent();
    assertThat(tokens.revoke(person("ada"), made.token().id())).isTrue();
    assertThat(tokens.find(made.text())).isEmpty();
    assertThat(tokens.of(ADA)).isEmpty();
    assertThat(tokens.revoke(person("ada"), made.token().id())).isFalse();
  }

  @Test
  void itsUseIsWrittenDownOnceAnHour() {
    var made = made("ci", 90);
    var first = clock.instant();
    tokens.used(made.token());
    assertThat(lastUse()).isEqualTo(first);
    clock.pass(Duration.ofMinutes(59));
    tokens.used(tokens.find(made.text()).orElseThrow());
    assertThat(lastUse()).isEqualTo(first);
    // Somebody who read it before it was written down writes nothing either.
    tokens.used(made.token());
    assertThat(lastUse()).isEqualTo(first);
    clock.pass(Duration.ofMinutes(1));
    tokens.used(tokens.find(made.text()).orElseThrow());
    assertThat(lastUse()).isEqualTo(first.plus(Duration.ofHours(1)));
  }

  @Test
  void aUseDoesNotBringARevokedTokenBack() {
    var made = made("ci", 90);
    tokens.revoke(person("ada"), made.token().id());
    tokens.used(made.token());
    assertThat(tokens.find(made.text())).isEmpty();
    assertThat(tokens.of(ADA)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsNotMade() {
    for (int days : new int[] {366, 1_000_000}) {
      assertThatThrownBy(() -> tokens.make(person("ada"), "ci", READ, days))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("365");
    }
    for (var name : List.of("", " ", "x".repeat(61))) {
      assertThatThrownBy(() -> tokens.make(person("ada"), name, READ, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> tokens.make(person("ada"), "ci", Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(tokens.of(ADA)).isEmpty();
  }

  @Test
  void nobodyHasMoreThanFifty() {
    for (int i = 0; i < PersonalTokens.MOST; i++) {
      made("t" + i, 1);
    }
    assertThat(tokens.make(person("ada"), "one more", READ, 1))
        .isInstanceOf(PersonalTokens.Outcome.Refused.class);
    assertThat(tokens.make(person("grace"), "hers", READ, 1))
        .isInstanceOf(PersonalTokens.Outcome.Made.class);
  }

  @Test
  void theShapeIsOneThatScannersCanKnow() {
    var page = "x=\"" + made("ci", 1).text() + "\"";
    assertThat(Pattern.compile("\\bsgt_[A-Za-z0-9]{40}\\b").matcher(page).find()).isTrue();
  }

  private Instant lastUse() {
    return Objects.requireNonNull(tokens.of(ADA).getFirst().lastUsedAt());
  }

  private PersonalTokens.Outcome.Made made(String name, int days) {
    return switch (tokens.make(person("ada"), name, READ, days)) {
      case PersonalTokens.Outcome.Made made -> made;
      case PersonalTokens.Outcome.Refused(var reason) -> throw new AssertionError(reason);
    };
  }
}
