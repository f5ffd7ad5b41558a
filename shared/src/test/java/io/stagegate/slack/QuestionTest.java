package io.stagegate.slack;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  @Test
  void comesBackAsItWent() {
    var question = new Question(SHOP, 7, DIGEST);
    assertThat(Question.decode(question.encode())).contains(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "7",
        "{}",
        "{\"project\":\"shop\",\"release\":7}",
        "{\"project\":\"Shop!\",\"release\":7,\"digest\":\"sha256:0\"}",
        "{\"project\":\"shop\",\"release\":0,\"digest\":\"sha256:0\"}",
      })
  void anythingElseIsNone(String text) {
    assertThat(Question.decode(text)).isEmpty();
    assertThat(Question.decode(text + " ".repeat(3_000))).isEmpty();
  }
}
