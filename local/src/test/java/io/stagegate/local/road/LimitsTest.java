package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.github.Deliveries.Delivery;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is too large, and what that leaves. */
@ExtendWith(SharedSystem.class)
class LimitsTest {
  private static final int MOST_INLINE = 51_200;
  private static final int LARGEST_TEMPLATE = 1024 * 1024;

  @TempDir Path folder;

  @Test
  void whatIsTooLargeFailsTheBuildAndNotTheStage(LocalSystem system) throws Exception {
    try (var road = new Road(system, "too-large", folder, Templates.version(1));
        var dev = new Stacks(system, road, "dev")) {
      // More than CloudFormation takes inline, so it has to come from S3.
      road.deploy(1, Templates.version(1, described(MOST_INLINE)));

      road.commit("template.yaml", Templates.version(2, described(LARGEST_TEMPLATE)));
      fails(road, 2, "The template has more than 1 MB", "template.yaml");

      road.commit("template.yaml", Templates.version(3));
      road.commit("zeros", "\0".repeat(40_000_000));
      fails(road, 3, "unpacks to more than", road.fullName());

      road.delete("zeros");
      assertThat(road.stage("dev").path("current").asInt()).isEqualTo(1);
      assertThat(dev.version()).isEqualTo("v1");
      road.deploy(4, Templates.version(4));
    }
  }

  @Test
  void aWebhookThatLambdaWouldNotTakeIsRefusedAtTheDoor(LocalSystem system) throws Exception {
    try (var road = new Road(system, "too-long", folder, Templates.version(1))) {
      var before = road.events();
      for (int megabytes : new int[] {7, 11, 26}) {
        var answer = road.send(new Delivery("long", "push", new byte[megabytes * 1_000_000]));
        assertThat(answer.statusCode()).as(megabytes + " MB").isEqualTo(413);
      }
      assertThat(road.events()).isEqualTo(before);
    }
  }

  private static void fails(Road road, int build, String what, String where) throws Exception {
    var failed = road.push(build);
    assertThat(failed.path("state").asText()).isEqualTo("FAILED");
    assertThat(failed.at("/failure/what").asText()).contains(what);
    assertThat(failed.at("/failure/where").asText()).isEqualTo(where);
  }

  /** A resource that makes a template longer than this. */
  private static String described(int bytes) {
    return """
          Long:
            Type: AWS::SQS::Queue
            Metadata:
              Text: %s
        """
        .formatted("x".repeat(bytes));
  }
}
