package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushTest {
  private static final String SHA = "0123456789".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "refs/heads/main,    false, 0123456789012345678901234567890123456789, BUILD",
    "refs/heads/main,    true,  0000000000000000000000000000000000000000, Branch main was deleted.",
    "refs/heads/main,    false, 0000000000000000000000000000000000000000, Branch main was deleted.",
    "refs/heads/other,   false, 0123456789012345678901234567890123456789, No stage follows branch other.",
    "refs/heads/ma,      false, 0123456789012345678901234567890123456789, No stage follows branch ma.",
    "refs/tags/v1,       false, 0123456789012345678901234567890123456789, Tags are not built: v1.",
    "refs/pull/1/merge,  false, 0123456789012345678901234567890123456789, 'Only branches are built, and refs/pull/1/merge is none.'",
    "main,               false, 0123456789012345678901234567890123456789, 'Only branches are built, and main is none.'",
  })
  void answer(String ref, boolean deleted, String after, String expected) {
    var push =
        new Push(
            ref, deleted, Push.NOWHERE, after, "Take orders\n\nWith care", "Ada", Set.of("ada"));

    switch (push.answerFor(Samples.project())) {
      case Push.Answer.Build(var commit, var stages) -> {
        assertThat(expected).isEqualTo("BUILD");
        assertThat(stages).isEqualTo(List.of(StageName.DEV));
        assertThat(commit).isEqualTo(new Commit(SHA, "main", "Take orders", "Ada", Set.of("ada")));
      }
      case Push.Answer.Ignore(var reason) -> assertThat(reason).isEqualTo(expected);
    }
  }

  @Test
  void aCommitIsNamedByItsHashAndItsTextsAreCut() {
    assertThatThrownBy(() -> new Commit("main", "main", "", "", Set.of()))
        .hasMessageContaining("40 hexadecimal");
    var commit = new Commit(SHA, "main", "x".repeat(500), "y".repeat(500), Set.of());

    assertThat(commit.message()).hasSize(Commit.LONGEST_MESSAGE).endsWith("…");
    assertThat(commit.author()).hasSize(100);
    assertThat(commit.shortSha()).isEqualTo("0123456");
    assertThat(new Commit(SHA, "main", "😀".repeat(300), "", Set.of()).message()).endsWith("😀…");
    assertThat(new Commit(SHA, "main", "", "", Set.of()).message()).isEmpty();
  }
}
