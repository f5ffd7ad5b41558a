package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notices, contacts and codes. */
class NoticeTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Login ADA = new Login("ada");

  @Test
  void isDueAtOnceThenNotWhileSomebodySendsIt() {
    var notice = notice();

    assertThat(notice.due(NOW)).isTrue();
    assertThat(notice.begun(NOW).due(NOW.plusSeconds(119))).isFalse();
    assertThat(notice.begun(NOW).due(NOW.plusSeconds(120))).isTrue();
    assertThat(notice.begun(NOW).sent(NOW).due(NOW.plusSeconds(999))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "9, PT1H", "60, PT1H"})
  void pausesGrowFromHalfAMinuteToAnHour(int attempt, Duration pause) {
    var failed =
        IntStream.rangeClosed(1, attempt)
            .boxed()
            .reduce(
                notice(),
                (notice, i) -> notice.begun(NOW).failed("no", Duration.ZERO, NOW),
                (a, b) -> b);

    assertThat(failed.attempts().nextAt()).isEqualTo(NOW.plus(pause));
    assertThat(failed.attempts().count()).isEqualTo(attempt);
    assertThat(failed.state()).isEqualTo(Notice.State.WAITING);
    assertThat(failed.attempts().lastError()).isEqualTo("no");
  }

  @Test
  void isGivenUpAfterADayWithTheReason() {
    var late = NOW.plus(Duration.ofHours(24));

    assertThat(notice().begun(late).failed("no", Duration.ZERO, late.minusMillis(1)).state())
        .isEqualTo(Notice.State.WAITING);
    assertThat(notice().begun(late).failed("x".repeat(400), Duration.ZERO, late))
        .satisfies(
            lost -> {
              assertThat(lost.state()).isEqualTo(Notice.State.GIVEN_UP);
              assertThat(lost.attempts().lastError()).hasSize(300).endsWith("x…");
              assertThat(lost.due(late.plusSeconds(9999))).isFalse();
            });
  }

  @Test
  void isNamedByAllThatTellsItApart() {
    assertThat(notice().id()).isEqualTo("ASKED#000000000000007#MAIL#ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada@example.com", "a.b+c@mail.example.co.uk", " ada@example.com ", "x@localhost"})
  void aMailAddressIsTaken(String address) {
    assertThat(Notice.Channel.MAIL.address(address)).isEqualTo(address.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.com",
        "ada@",
        "ada@@example.com",
        "ada@example.com\r\nBcc: eve@example.com",
        "Ada <ada@example.com>",
        "ada@example.com,eve@example.com",
        "ada@-example.com",
        "ada@example..com",
        "ada @example.com"
      })
  void whatIsNoMailAddressIsRefused(String address) {
    assertThatThrownBy(() -> Notice.Channel.MAIL.address(address))
        .hasMessage("a mail address is one like name@example.com");
  }

  @Test
  void slackUsersGoByTheirId() {
    assertThat(Notice.Channel.SLACK.address("U012AB3CD")).isEqualTo("U012AB3CD");
    assertThatThrownBy(() -> Notice.Channel.SLACK.address("@ada"))
        .hasMessageContaining("U012AB3CD");
    assertThat(Notice.Channel.ofWord("slack")).isEqualTo(Notice.Channel.SLACK);
    assertThatThrownBy(() -> Notice.Channel.ofWord("fax")).hasMessage("a contact is mail or slack");
  }

  @Test
  void contactsAreChangedOneByOne() {
    var way = new Contacts.Way("ada@example.com", NOW);
    var slack = new Contacts.Way("U012AB3CD", NOW);
    var both = Contacts.none(ADA).with(Notice.Channel.MAIL, way).with(Notice.Channel.SLACK, slack);

    assertThat(both.by(Notice.Channel.MAIL)).contains(way);
    assertThat(both.without(Notice.Channel.MAIL).by(Notice.Channel.MAIL)).isEmpty();
    assertThat(both.without(Notice.Channel.MAIL).by(Notice.Channel.SLACK)).contains(slack);
  }

  @Test
  void codesAreAskedForOnceAMinuteAndTenTimesADay() {
    var at = NOW;
    var asked = asked(Optional.empty(), at);
    for (int i = 1; i < Verification.MOST_ASKS; i++) {
      assertThat(ask(Optional.of(asked), at.plusSeconds(59)))
          .isEqualTo(new Verification.Asking.TooSoon(at.plusSeconds(60)));
      at = at.plusSeconds(60);
      asked = asked(Optional.of(asked), at);
    }

    assertThat(ask(Optional.of(asked), at.plusSeconds(3600)))
        .isEqualTo(new Verification.Asking.TooSoon(NOW.plus(Duration.ofDays(1))));
    assertThat(asked(Optional.of(asked), NOW.plus(Duration.ofDays(1))).asks()).isEqualTo(1);
  }

  @Test
  void aCodeIsSentOnceAndLookedAtFiveTimesWithinAnHour() {
    var asked = asked(Optional.empty(), NOW);
    assertThat(asked.due(NOW)).isTrue();
    assertThat(asked.begun(NOW).due(NOW)).isFalse();
    assertThat(asked.begun(NOW).failed("no", Duration.ZERO, NOW).due(NOW.plusSeconds(30))).isTrue();

    var sent = asked.begun(NOW).sent("hash");
    assertThat(sent.due(NOW.plusSeconds(600))).isFalse();
    assertThat(sent.open(NOW.plusSeconds(3599))).isTrue();
    assertThat(sent.open(NOW.plusSeconds(3600))).isFalse();
    assertThat(sent.tried().tried().tried().tried().open(NOW)).isTrue();
    assertThat(sent.tried().tried().tried().tried().tried().open(NOW)).isFalse();
  }

  private static Notice notice() {
    return Notice.waiting(
        new ProjectId("shop"), 1, Notice.Kind.ASKED, 7, ADA, Notice.Channel.MAIL, null, NOW);
  }

  private static Verification.Asking ask(Optional<Verification> before, Instant at) {
    return Verification.ask(
        ADA, Notice.Channel.MAIL, "ada@example.com", Verification.CONTACT, before, at);
  }

  private static Verification asked(Optional<Verification> before, Instant at) {
    return switch (ask(before, at)) {
      case Verification.Asking.Asked(var verification) -> verification;
      case Verification.Asking.TooSoon(var again) ->
          throw new AssertionError("not before " + again);
    };
  }
}
