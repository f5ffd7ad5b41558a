package io.stagegate.functions.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stagegate.model.Approval;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Bytes that Slack would have signed, but that none of the people here pressed. */
class SlackFuzzTest {
  /** The body as it is; and as a payload, which gets further. */
  @DictionaryFile(resourcePath = "slack.dict")
  @FuzzTest
  void noBodyBreaksItOrDecides(byte[] bytes) {
    var scene = new Scene().asked().withoutDeciders();
    var text = new String(bytes, StandardCharsets.UTF_8);
    var payload = "payload=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    for (var body : new String[] {text, payload}) {
      assertThat(scene.answer(scene.signed(body)).status()).isIn(200, 400);
      assertThat(scene.answer(Scene.signed(body, "1", "x")).status()).isEqualTo(401);
    }
    assertThat(scene.approval().status()).isEqualTo(Approval.Status.PENDING);
    assertThat(scene.approval().votes()).isEmpty();
  }
}
