package io.stagegate.people;

import static io.stagegate.release.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.Login;
import io.stagegate.store.MemoryStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static final Login ADA = new Login("ada");

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final Accounts accounts = new Accounts(new MemoryStore(clock), clock);

  @Test
  void whatWasMadeUpToTheEndCountsNoMore() {
    var before = clock.instant();
    assertThat(accounts.honours(ADA, before)).isTrue();
    clock.pass(Duration.ofSeconds(1));
    accounts.end(person("ada"));
    var end = clock.instant();
    assertThat(accounts.honours(ADA, before)).isFalse();
    assertThat(accounts.honours(ADA, end)).isFalse();
    assertThat(accounts.honours(ADA, end.plusMillis(1))).isTrue();
    assertThat(accounts.honours(new Login("grace"), before)).isTrue();
  }

  @Test
  void aLoginThatAnotherAccountTookIsSomebodyElse() {
    assertThat(accounts.signIn(ADA, 7)).isTrue();
    assertThat(accounts.signIn(ADA, 7)).isTrue();
    assertThat(accounts.signIn(ADA, 8)).isFalse();
    accounts.end(person("ada"));
    assertThat(accounts.signIn(ADA, 8)).isFalse();
    accounts.forget(ADA, person("root"));
    assertThat(accounts.signIn(ADA, 8)).isTrue();
    assertThat(accounts.signIn(ADA, 7)).isFalse();
    assertThat(accounts.honours(ADA, clock.instant())).isFalse();
  }
}
