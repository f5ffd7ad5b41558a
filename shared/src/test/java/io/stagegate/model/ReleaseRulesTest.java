package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.build;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.model.ReleaseRules.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRulesTest {

  @ParameterizedTest(name = "from {0}, build of {1} in {2}, current {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        // from,      stage of build, state,     current, refused because (null: allowed)
        "dev,         dev,            DEPLOYED,  3,       -",
        "dev,         dev,            DEPLOYED,  4,       Only the current build of dev",
        "dev,         dev,            DEPLOYED,  -,       Only the current build of dev",
        "dev,         dev,            QUEUED,    3,       has not been deployed well",
        "dev,         dev,            PACKAGING, 3,       has not been deployed well",
        "dev,         dev,            DEPLOYING, 3,       has not been deployed well",
        "dev,         dev,            FAILED,    3,       has not been deployed well",
        "dev,         dev,            SKIPPED,   3,       has not been deployed well",
        "dev,         feature,        DEPLOYED,  3,       was made for feature",
        "production,  dev,            DEPLOYED,  3,       and production is none",
        "nowhere,     dev,            DEPLOYED,  3,       no stage named nowhere",
        "dev,         -,              DEPLOYED,  3,       no such build",
      })
  void promote(
      String from,
      @Nullable String stageOfBuild,
      Build.State state,
      @Nullable Integer current,
      @Nullable String refusedBecause) {
    var asked =
        Optional.ofNullable(stageOfBuild).map(stage -> in(state, new StageName(stage), false));

    var answer =
        ReleaseRules.promote(
            Samples.project(), new StageName(from), new StageStatus(current, 9, NOW), asked);

    check(answer, refusedBecause);
  }

  @ParameterizedTest(name = "build there {0}, promoted {1}, production has {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "true,  true,  4, -",
        "true,  true,  3, has build 3 already",
        "true,  false, 4, was never in production",
        "true,  true,  -, Nothing has been promoted",
        "false, true,  4, no such build",
      })
  void rollBack(
      boolean there, boolean promoted, @Nullable Integer current, @Nullable String refused) {
    Optional<Build> asked =
        there ? Optional.of(in(Build.State.DEPLOYED, StageName.DEV, promoted)) : Optional.empty();

    var answer = ReleaseRules.rollBack(Samples.project(), new StageStatus(current, 9, NOW), asked);

    check(answer, refused);
  }

  private static Build in(Build.State state, StageName stage, boolean promoted) {
    var made = build(3);
    return new Build(
        made.project(),
        3,
        stage,
        made.commit(),
        state,
        made.packages(),
        null,
        promoted ? 1 : null,
        NOW,
        NOW);
  }

  private static void check(Answer answer, @Nullable String refused) {
    switch (answer) {
      case Answer.Allowed(var target) -> {
        assertThat(refused).isNull();
        assertThat(target.name()).isEqualTo(StageName.PRODUCTION);
      }
      case Answer.Refused(var reason) -> assertThat(reason).contains(String.valueOf(refused));
    }
  }
}
