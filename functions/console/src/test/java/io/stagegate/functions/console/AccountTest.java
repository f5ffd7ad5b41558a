package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.model.Scope;
import io.stagegate.model.Verification;
import io.stagegate.people.Codes;
import io.stagegate.store.Due;
import io.stagegate.store.NoticeKeys;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Contacts, as pages and as calls. The codes are what the notify function would have sent. */
class AccountTest {
  private static final Login ADA = new Login(Doors.MEMBER);
  private static final String CODE = "K7QF-2M9X";

  private final Console console = new Console();

  @Test
  void anAddressCountsOnceItsCodeIsTypedIn() {
    var form = "channel=mail&address=ada%40example.com";
    assertThat(console.form("/account/contacts", form).status()).isEqualTo(303);
    assertThat(console.page("/account").body())
        .contains("on its way to <strong>ada@example.com", "name=\"code\"");
    assertThat(console.store.list(NoticeKeys.due(), 10, null).items()).hasSize(1);
    assertThat(console.store.read(NoticeKeys.contacts(ADA))).isEmpty();

    sent();
    var verify = "/account/contacts/mail/verification";
    assertThat(console.form(verify, "code=WRONG-1").body()).contains("Tries left: 4.");
    assertThat(console.store.read(NoticeKeys.contacts(ADA))).isEmpty();
    assertThat(console.form(verify, "code=k7qf2m9x").status()).isEqualTo(303);

    assertThat(console.store.read(NoticeKeys.contacts(ADA)).orElseThrow().by(Channel.MAIL))
        .hasValueSatisfying(way -> assertThat(way.address()).isEqualTo("ada@example.com"));
    assertThat(console.page("/account").body()).contains("ada@example.com", "verified");
    assertThat(console.form(verify, "code=" + CODE).status()).as("used").isEqualTo(410);
    console.form("/account/contacts/mail/removal", "");
    assertThat(console.page("/account").body()).doesNotContain("ada@example.com");
  }

  @Test
  void theApiDoesTheSame() {
    var asked =
        console.post("/account/contacts", "{\"channel\":\"mail\",\"address\":\"a@example.com\"}");
    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.body()).contains("\"expiresAt\":\"2026-11-23T11:00:00Z\"");
    sent(new Login(Doors.ADMIN));

    var done = console.post("/account/contacts/mail/verification", "{\"code\":\"" + CODE + "\"}");

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body())
        .isEqualTo(
            "{\"login\":\"admin\",\"mail\":{\"address\":\"a@example.com\","
                + "\"verifiedAt\":\"2026-11-23T10:00:00Z\"},\"waiting\":[]}");
    assertThat(console.get("/account").body()).isEqualTo(done.body());
  }

  @Test
  void fiveWrongCodesAndItIsOver() {
    console.form("/account/contacts", "channel=mail&address=ada%40example.com");
    sent();
    for (int i = 0; i < 5; i++) {
      var wrong = console.form("/account/contacts/mail/verification", "code=NOPE-" + i);
      assertThat(wrong.status()).isEqualTo(403);
    }

    assertThat(console.form("/account/contacts/mail/verification", "code=" + CODE).status())
        .isEqualTo(410);
    assertThat(console.store.read(NoticeKeys.contacts(ADA))).isEmpty();
  }

  @Test
  void anotherCodeIsSentAfterAMinuteAndCountsAlone() {
    console.form("/account/contacts", "channel=mail&address=ada%40example.com");
    sent();
    var again = console.form("/account/contacts", "channel=mail&address=eve%40example.com");
    assertThat(again.status()).isEqualTo(429);
    assertThat(again.headers()).containsEntry("retry-after", "60");

    console.clock.pass(Duration.ofMinutes(1));
    assertThat(console.form("/account/contacts", "channel=mail&address=eve%40example.com").status())
        .isEqualTo(303);

    assertThat(console.form("/account/contacts/mail/verification", "code=" + CODE).status())
        .as("the first address's code")
        .isEqualTo(403);
    assertThat(console.store.list(NoticeKeys.due(), 10, null).items()).hasSize(1);
  }

  @Test
  void whatDoesNotFitIsRefusedAndATokenSetsNoContacts() {
    assertThat(console.form("/account/contacts", "channel=mail&address=ada").status())
        .isEqualTo(400);
    assertThat(console.form("/account/contacts", "channel=fax&address=ada").status())
        .isEqualTo(400);
    assertThat(console.form("/account/contacts", "channel=slack&address=U012AB3CD").body())
        .contains("This Stagegate sends no slack.");
    assertThat(console.form("/account/contacts/fax/removal", "").status()).isEqualTo(404);
    assertThat(console.answer(Requests.get("/account").browser()).status()).isEqualTo(303);
    var call = Requests.post("/api/v1/account/contacts").json("{}");
    assertThat(console.answer(console.doors.withToken(call, "ada", Scope.values())).status())
        .isEqualTo(403);
    assertThat(console.store.list(NoticeKeys.due(), 10, null).items()).isEmpty();
  }

  private void sent() {
    sent(ADA);
  }

  private void sent(Login login) {
    console.store.transact(
        state -> {
          var key = NoticeKeys.verification(login, Channel.MAIL, Verification.CONTACT);
          var asked = state.get(key).orElseThrow();
          state.put(key, asked.sent(Codes.hash(CODE)));
          state.delete(NoticeKeys.due(Due.of(asked)));
          return true;
        });
  }
}
