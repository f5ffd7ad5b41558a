package io.stagegate.functions.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Body;
import io.stagegate.http.Requests;
import io.stagegate.model.Approval;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests are Slack's. All of them would approve, if they were. */
class SlackProofTest {
  private static final String BODY =
      "payload="
          + URLEncoder.encode(Scene.button("approve", "U012BOB", "t1"), StandardCharsets.UTF_8);

  private final Scene scene = new Scene().asked();
  private final long now = scene.clock.instant().getEpochSecond();

  @ParameterizedTest
  @CsvSource({
    "0, 200",
    "-1, 200",
    "-299, 200",
    "-300, 200",
    "-301, 401",
    "-86400, 401",
    "300, 200",
    "301, 401",
  })
  void itIsFreshForFiveMinutes(long seconds, int status) {
    var answer = scene.answer(Scene.signed(BODY, Long.toString(now + seconds), Scene.SECRET));

    assertThat(answer.status()).isEqualTo(status);
    if (status == 401) {
      assertNoTrace();
    } else {
      assertThat(scene.approval().status()).isEqualTo(Approval.Status.APPROVED);
    }
  }

  @ParameterizedTest
  @CsvSource(value = {"''", "x", "-1", "1.5", "1e9", "99999999999999999999", "١٢٣"})
  void whatIsNoTimeIsNotFresh(String timestamp) {
    assertThat(scene.answer(Scene.signed(BODY, timestamp, Scene.SECRET)).status()).isEqualTo(401);
    assertNoTrace();
  }

  @Test
  void forgedOnesAreRefusedAndLeaveACountAlone() {
    var time = Long.toString(now);
    for (var forged :
        List.of(
            Scene.signed(BODY, time, "another secret"),
            Scene.signed(BODY, time, Scene.SECRET).body(Body.of(BODY + "&x=1")),
            Scene.signed(BODY, time, Scene.SECRET)
                .body(Body.of(BODY.toLowerCase(java.util.Locale.ROOT))),
            Scene.signed(BODY, time, Scene.SECRET)
                .header("X-Slack-Request-Timestamp", Long.toString(now - 1)),
            Scene.signed(BODY, time, Scene.SECRET).header("X-Slack-Signature", ""),
            Scene.signed(BODY, time, Scene.SECRET).header("X-Slack-Signature", "v0="),
            Requests.post("/slack/interactions").form(BODY))) {
      assertThat(scene.answer(forged).status()).isEqualTo(401);
    }
    assertNoTrace();
    assertThat(scene.log).hasSize(7).allMatch(line -> line.contains("\"SlackRefused\":1"));
  }

  @Test
  void whileASecretIsChangedTheOldOneCountsToo() {
    scene.secrets.addFirst("the new one");
    assertThat(scene.answer(scene.signed(BODY)).status()).isEqualTo(200);
    assertThat(scene.answer(Scene.signed(BODY, Long.toString(now), "the new one")).status())
        .isEqualTo(200);
    scene.secrets.removeLast();
    assertThat(scene.answer(scene.signed(BODY)).status()).isEqualTo(401);
  }

  @Test
  void withoutSlackNothingIsSlacks() {
    scene.secrets.clear();
    assertThat(scene.answer(scene.signed(BODY)).status()).isEqualTo(401);
    assertNoTrace();
  }

  @Test
  void onlyPostsAreTaken() {
    for (var method : List.of("GET", "HEAD", "PUT", "DELETE")) {
      assertThat(scene.answer(Requests.of(method, "/slack/interactions")).status()).isEqualTo(405);
    }
    scene.clock.pass(Duration.ofMinutes(1));
    assertNoTrace();
  }

  private void assertNoTrace() {
    assertThat(scene.approval().votes()).isEmpty();
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.PENDING);
    assertThat(scene.slack.calls).isEmpty();
  }
}
