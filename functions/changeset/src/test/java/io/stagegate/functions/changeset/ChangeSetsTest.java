package io.stagegate.functions.changeset;

import static io.stagegate.functions.changeset.Scene.API;
import static io.stagegate.functions.changeset.Scene.JOBS;
import static io.stagegate.functions.changeset.Scene.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.cloud.MemoryStacks;
import io.stagegate.cloud.Stacks.ChangeSetRequest;
import io.stagegate.functions.changeset.ChangeSets.Asked;
import io.stagegate.functions.changeset.ChangeSets.Discarded;
import io.stagegate.functions.changeset.ChangeSets.Made;
import io.stagegate.functions.changeset.ChangeSets.Made.State;
import io.stagegate.model.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSetsTest {
  private static final String API_SET = MemoryStacks.changeSetId(API, RELEASE.id());
  private static final String JOBS_SET = MemoryStacks.changeSetId(JOBS, RELEASE.id());

  private final Scene scene = new Scene();
  private final MemoryStacks stacks = scene.stacks;
  private final ChangeSets changeSets =
      new ChangeSets(scene.store, stacks, scene.packages, scene.templates);

  @Test
  void aStackThatIsNotThereIsMadeFromTheStoredPackage() {
    assertThat(create("api")).isEqualTo(new Asked(MemoryStacks.stackId(API), API_SET, null));
    assertThat(stacks.requests())
        .containsExactly(
            new ChangeSetRequest(
                API,
                "shop-release-1",
                true,
                "https://s3.eu-west-1.amazonaws.com/packages/" + scene.api.template().key(),
                Map.of("Size", "large"),
                List.of("CAPABILITY_IAM"),
                Scene.ROLE,
                Map.of("stagegate:project", "shop", "stagegate:stage", "production")));
  }

  @ParameterizedTest
  @CsvSource({
    "REVIEW_IN_PROGRESS, true",
    "CREATE_COMPLETE, false",
    "UPDATE_COMPLETE, false",
    "UPDATE_ROLLBACK_COMPLETE, false"
  })
  void whetherTheStackIsMadeOrChangedFollowsFromItsStatus(String status, boolean made) {
    stacks.stack(API, status, scene.clock.instant());

    create("api");

    assertThat(stacks.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.create()).isEqualTo(made));
  }

  @Test
  void parametersThatATemplateDoesNotHaveAreLeftOut() {
    create("jobs");

    assertThat(stacks.requests())
        .singleElement()
        .satisfies(request -> assertThat(request.parameters()).isEmpty());
  }

  @Test
  void askingAgainGivesTheSameChangeSet() {
    assertThat(create("api")).isEqualTo(create("api"));
  }

  @Test
  void aStackThatCannotBeChangedIsNotAskedFor() {
    stacks.stack(API, "UPDATE_IN_PROGRESS", scene.clock.instant());

    assertThat(create("api"))
        .isEqualTo(
            new Asked(
                null,
                null,
                new Failure(
                    "Stack " + API + " is being changed right now (UPDATE_IN_PROGRESS).", API)));
    assertThat(stacks.requests()).isEmpty();
  }

  @Test
  void aRequestThatCloudFormationRefusesIsAFailureToShow() {
    stacks.refuse("Requires capabilities : [CAPABILITY_NAMED_IAM]");

    assertThat(create("api"))
        .isEqualTo(
            new Asked(
                null,
                null,
                new Failure(
                    "CloudFormation refuses the change set: Requires capabilities :"
                        + " [CAPABILITY_NAMED_IAM]",
                    "api")));
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_PENDING, UNAVAILABLE, '', PENDING",
    "CREATE_IN_PROGRESS, UNAVAILABLE, '', PENDING",
    "CREATE_COMPLETE, AVAILABLE, '', READY",
    "FAILED, UNAVAILABLE, 'The submitted information didn''t contain changes.', EMPTY",
    "FAILED, UNAVAILABLE, 'No updates are to be performed.', EMPTY"
  })
  void theMakingOfAChangeSetStandsWhereCloudFormationSays(
      String status, String executionStatus, String reason, State state) {
    create("api");
    stacks.became(API_SET, status, executionStatus, reason);

    assertThat(poll()).isEqualTo(new Made(state, null));
  }

  @Test
  void aChangeSetThatCannotBeMadeSaysWhy() {
    create("api");
    stacks.became(API_SET, "FAILED", "UNAVAILABLE", "Template error: no such function");

    assertThat(poll())
        .isEqualTo(
            new Made(
                State.FAILED,
                new Failure(
                    "CloudFormation could not make the change set: Template error: no such"
                        + " function",
                    "api")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "DELETE_PENDING", "DELETE_IN_PROGRESS", "DELETE_FAILED"})
  void withoutAReasonTheStatusIsWhatIsKnown(String status) {
    create("api");
    stacks.became(API_SET, status, "UNAVAILABLE", "");

    assertThat(poll())
        .isEqualTo(
            new Made(
                State.FAILED,
                new Failure("CloudFormation could not make the change set: " + status, "api")));
  }

  @Test
  void aChangeSetThatIsGoneIsAFailure() {
    create("api");
    stacks.lose(API_SET);

    assertThat(poll())
        .isEqualTo(
            new Made(
                State.FAILED, new Failure("The change set is gone: somebody deleted it.", "api")));
  }

  @Test
  void theChangeSetsOfTheReviewAreDiscarded() {
    var sets = scene.changeSets();
    scene.desk(scene.packages).write(new ChangeSetTask.WriteReview(RELEASE, sets));

    assertThat(discard()).isEqualTo(new Discarded(2));
    assertThat(stacks.deleted()).containsExactlyInAnyOrder(API_SET, JOBS_SET);
  }

  @Test
  void aReleaseThatFailedBeforeItsReviewHasItsChangeSetsFoundByName() {
    stacks.made(API, "somebody-elses");
    create("api");

    assertThat(discard()).isEqualTo(new Discarded(1));
    assertThat(stacks.deleted()).containsExactly(API_SET);
    assertThat(stacks.changeSet(API, "somebody-elses")).isPresent();

    assertThat(discard()).isEqualTo(new Discarded(0));
  }

  private Asked create(String service) {
    return changeSets.create(new ChangeSetTask.Create(RELEASE, service));
  }

  private Made poll() {
    return changeSets.poll(
        new ChangeSetTask.Poll(RELEASE, "api", MemoryStacks.stackId(API), API_SET));
  }

  private Discarded discard() {
    return changeSets.discard(new ChangeSetTask.Discard(RELEASE));
  }
}
