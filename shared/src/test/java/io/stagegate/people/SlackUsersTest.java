package io.stagegate.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Ticking;
import io.stagegate.model.Contacts;
import io.stagegate.model.Contacts.Way;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.release.Samples;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SlackUsersTest {
  private static final Login ADA = new Login("ada");
  private static final Login BOB = new Login("bob");

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Accounts accounts = new Accounts(store, clock);
  private final SlackUsers users = new SlackUsers(store, accounts);

  @Test
  void anIdIsWhoseContactItIs() {
    assertThat(users.find("U012AB3CD")).isEmpty();
    has(ADA, Optional.of("U012AB3CD"));
    assertThat(users.find("U012AB3CD")).contains(ADA);

    has(ADA, Optional.of("U9"));
    assertThat(users.find("U012AB3CD")).isEmpty();
    assertThat(users.find("U9")).contains(ADA);

    has(ADA, Optional.empty());
    assertThat(users.find("U9")).isEmpty();
  }

  @Test
  void anIdHasOneOwnerWhoVerifiedItLast() {
    has(ADA, Optional.of("U9"));
    has(BOB, Optional.of("U9"));

    assertThat(users.find("U9")).contains(BOB);
    assertThat(store.read(NoticeKeys.contacts(ADA)).orElseThrow().slack()).isNull();

    has(ADA, Optional.empty());
    assertThat(users.find("U9")).contains(BOB);
  }

  @Test
  void whatWasVerifiedBeforeAccessWasEndedCountsNoMore() {
    has(ADA, Optional.of("U9"));
    clock.pass(Duration.ofSeconds(1));
    accounts.end(Samples.person("ada"));
    assertThat(users.find("U9")).isEmpty();

    clock.pass(Duration.ofSeconds(1));
    has(ADA, Optional.of("U9"));
    assertThat(users.find("U9")).contains(ADA);
  }

  private void has(Login login, Optional<String> id) {
    store.transact(
        state -> {
          var before = state.get(NoticeKeys.contacts(login)).orElseGet(() -> Contacts.none(login));
          var after =
              id.map(text -> before.with(Channel.SLACK, new Way(text, clock.instant())))
                  .orElseGet(() -> before.without(Channel.SLACK));
          state.put(NoticeKeys.contacts(login), after);
          SlackUsers.follow(state, before, after);
          return true;
        });
  }
}
