package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.demo.Person;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Roads that do not end in production, or not by the straight way: each with its own project. */
@ExtendWith(SharedSystem.class)
@Execution(ExecutionMode.CONCURRENT)
class FailingRoadsTest {
  /** Deploys to dev and not to production, where a test has taken the bucket's name. */
  private static final String TAKEN =
      """
        Shelf:
          Type: AWS::SQS::Queue
          Properties:
            QueueName: !Sub "${AWS::StackName}-shelf"
        Archive:
          Type: AWS::S3::Bucket
          Properties:
            BucketName: !Sub "${Shelf.QueueName}-archive"
      """;

  @TempDir Path folder;

  @Test
  void templatesThatCantBeReadFailTheBuildAndNotTheStage(LocalSystem system) throws Exception {
    try (var road = new Road(system, "unreadable", folder, Templates.version(1));
        var dev = devOf(system, road, 1)) {
      road.commit("template.yaml", "Resources:\n  Orders:\n    Type: [AWS::SQS::Queue\n");
      var broken = road.push(2);
      assertThat(broken.path("state").asText()).isEqualTo("FAILED");
      assertThat(broken.at("/failure/where").asText()).matches("template\\.yaml:[1-4](:\\d+)?");
      assertThat(broken.at("/failure/what").asText()).startsWith("The template can't be read: ");

      road.delete("template.yaml");
      road.commit("README.md", "No service here.\n");
      var missing = road.push(3);
      assertThat(missing.path("state").asText()).isEqualTo("FAILED");
      assertThat(missing.at("/failure/what").asText()).contains("is not in the repository");
      assertThat(missing.at("/failure/where").asText()).isEqualTo("template.yaml");

      assertThat(road.stage("dev").path("current").asInt()).isEqualTo(1);
      assertThat(dev.version()).isEqualTo("v1");

      road.deploy(4, Templates.version(2));
      assertThat(road.stage("dev").path("current").asInt()).isEqualTo(4);
    }
  }

  @Test
  void anUpdateThatFailsLeavesProductionAsItWasRolledBackTo(LocalSystem system) throws Exception {
    try (var road = new Road(system, "failing", folder, Templates.version(1));
        var dev = devOf(system, road, 1);
        var production = new Stacks(system, road, "production");
        var s3 = system.clients().s3()) {
      road.bringToProduction(1);
      s3.createBucket(request -> request.bucket(production.name() + "-shelf-archive"));
      road.deploy(2, Templates.version(2, TAKEN));
      assertThat(dev.version()).isEqualTo("v2");

      int failing = road.promote(2);
      road.decide(failing, "approve");
      var failed = road.reached(failing, "FAILED");
      assertThat(failed.at("/failure/what").asText())
          .startsWith("Archive (AWS::S3::Bucket) could not be changed: ")
          .contains("exist");
      assertThat(failed.at("/failure/where").asText()).isEqualTo(road.service() + "/Archive");
      assertThat(production.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
      assertThat(production.version()).isEqualTo("v1");
      assertThat(road.stage("production").path("current").asInt()).isEqualTo(1);
      assertThat(promotedBy(road, 2)).isZero();

      road.deploy(3, Templates.version(3));
      road.bringToProduction(3);
      assertThat(production.version()).isEqualTo("v3");
      assertThat(promotedBy(road, 3)).isEqualTo(failing + 1);
    }
  }

  @Test
  void nothingToDoAndNoAreEndsThatChangeNothing(LocalSystem system) throws Exception {
    try (var road = new Road(system, "unchanged", folder, Templates.version(1));
        var dev = devOf(system, road, 1);
        var production = new Stacks(system, road, "production")) {
      road.bringToProduction(1);
      road.commit("README.md", "The same service, with a text beside it.\n");
      road.deploy(2);
      var same = road.reached(road.promote(2), "NOTHING_TO_DO");
      assertThat(same.path("failure").path("what").asText("")).isEmpty();

      road.deploy(3, Templates.version(2));
      int rejected = road.promote(3);
      road.decide(rejected, "reject");
      var ended = road.reached(rejected, "REJECTED");
      assertThat(ended.at("/decision/comment").asText()).isEqualTo("From a test.");
      Road.until("the change set's end", () -> ofTrue(production.open().isEmpty()));
      assertThat(production.version()).isEqualTo("v1");
      assertThat(road.stage("production").path("current").asInt()).isLessThan(3);
      assertThat(promotedBy(road, 3)).isZero();
      assertThat(dev.version()).isEqualTo("v2");
    }
  }

  @Test
  void aSecondReleaseWaitsAndAPushUndoesNeither(LocalSystem system) throws Exception {
    try (var road = new Road(system, "in-line", folder, Templates.version(1));
        var dev = devOf(system, road, 1);
        var production = new Stacks(system, road, "production")) {
      int first = road.promote(1);
      var asked = road.reached(first, "WAITING_FOR_APPROVAL");

      road.deploy(2, Templates.version(2));
      assertThat(dev.version()).isEqualTo("v2");
      assertThat(road.release(first)).isEqualTo(asked);
      assertThat(page(system, road, first))
          .contains(
              "dev has moved on by 1 build and 1 commit: it has build 2 now.",
              "This release still brings build 1.");

      int second = road.promote(2);
      road.reached(second, "WAITING_FOR_TARGET");
      road.told("at place 1 in line");
      road.decide(first, "approve");
      road.reached(first, "SUCCEEDED");
      assertThat(production.version()).isEqualTo("v1");

      // It is about what the first one left, which was not there when it was asked for.
      road.reached(second, "WAITING_FOR_APPROVAL");
      var changes = road.review(second).path("changes");
      assertThat(changes.findValuesAsText("action")).containsExactly("Modify");
      assertThat(changes.findValuesAsText("before")).containsExactly("30");
      assertThat(changes.findValuesAsText("after")).containsExactly("60");
      assertThat(page(system, road, second)).doesNotContain("dev has moved on");
      road.decide(second, "approve");
      var ended = road.reached(second, "SUCCEEDED");
      assertThat(ended.path("replaces").asInt()).isEqualTo(1);
      assertThat(production.version()).isEqualTo("v2");
    }
  }

  @Test
  void aChangeByHandMakesTheReviewStale(LocalSystem system) throws Exception {
    try (var road = new Road(system, "by-hand", folder, Templates.version(1));
        var dev = devOf(system, road, 1);
        var production = new Stacks(system, road, "production")) {
      road.bringToProduction(1);
      road.deploy(2, Templates.version(2));
      int stale = road.promote(2);
      var digest = road.reached(stale, "WAITING_FOR_APPROVAL").at("/review/digest").asText();
      production.update(Templates.version(9));

      assertThat(road.decide(stale, "approve", digest).status()).isEqualTo(200);
      var ended = road.reached(stale, "SUPERSEDED");
      assertThat(ended.at("/failure/what").asText()).isNotEmpty();
      assertThat(production.version()).isEqualTo("v9");
      assertThat(promotedBy(road, 2)).isZero();

      // The next review is of what is there now.
      int next = road.promote(2);
      var review = road.reached(next, "WAITING_FOR_APPROVAL").path("review");
      assertThat(review.path("digest").asText()).isNotEqualTo(digest);
      road.decide(next, "approve");
      road.reached(next, "SUCCEEDED");
      assertThat(production.version()).isEqualTo(dev.version());
    }
  }

  /** Pushes the first commit and waits for dev. */
  private static Stacks devOf(LocalSystem system, Road road, int build) throws Exception {
    road.deploy(build);
    return new Stacks(system, road, "dev");
  }

  /** What a release's page says to a person. */
  private static String page(LocalSystem system, Road road, int release) throws Exception {
    try (var person = new Person(URI.create(system.state().console()))) {
      person.signIn(system.state().token());
      return person.open(road.path("/releases/" + release)).text();
    }
  }

  private static int promotedBy(Road road, int build) throws Exception {
    return road.built(build).path("promotedBy").asInt(0);
  }

  private static Optional<Boolean> ofTrue(boolean condition) {
    return condition ? Optional.of(true) : Optional.empty();
  }
}
