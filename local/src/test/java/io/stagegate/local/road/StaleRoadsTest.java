package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.local.LocalSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** While people are asked, what they are asked about goes away; one press asks again. */
@ExtendWith(SharedSystem.class)
@Execution(ExecutionMode.CONCURRENT)
class StaleRoadsTest {
  @TempDir Path folder;

  @Test
  void aChangeByHandEndsTheQuestionAndOnePressAsksAboutWhatIsThereNow(LocalSystem system)
      throws Exception {
    try (var road = new Road(system, "watched", folder, Templates.version(1));
        var production = new Stacks(system, road, "production")) {
      road.deploy(1);
      road.bringToProduction(1);
      road.deploy(2, Templates.version(2));
      int stale = road.promote(2);
      road.reached(stale, "WAITING_FOR_APPROVAL");
      Functions.invoke(system, "watch", Map.of());
      assertThat(road.release(stale).at("/approval/status").asText()).isEqualTo("PENDING");

      production.update(Templates.version(9));
      var ended = endedBy(system, road, "watch", stale, "SUPERSEDED");
      assertThat(ended.at("/decision/by").asText()).isEqualTo("stagegate");
      road.told("was changed from outside since the review was written");

      int next = again(road, stale);
      var asked = road.reached(next, "WAITING_FOR_APPROVAL");
      assertThat(asked.path("follows").asInt()).isEqualTo(stale);
      assertThat(asked.at("/review/digest").asText())
          .isNotEqualTo(ended.at("/review/digest").asText());
      assertThat(road.release(stale).path("followedBy").asInt()).isEqualTo(next);
      road.decide(next, "approve");
      road.reached(next, "SUCCEEDED");
      assertThat(production.version()).isEqualTo("v2");
    }
  }

  @Test
  void askedAgainAboutTheVerySameAYesIsCarriedOver(LocalSystem system) throws Exception {
    try (var road = new Road(system, "carried", folder, Templates.version(1))) {
      road.deploy(1);
      road.bringToProduction(1);
      twoDecide(road);
      road.deploy(2, Templates.version(2));
      int first = road.promote(2);
      var digest = road.reached(first, "WAITING_FOR_APPROVAL").at("/review/digest").asText();
      assertThat(road.decide(first, "approve", digest).status()).isEqualTo(202);
      road.api().posted(road.path("/releases/" + first + "/withdrawal"), Map.of("comment", ""));
      road.reached(first, "SUPERSEDED");

      var asked = road.reached(again(road, first), "WAITING_FOR_APPROVAL");

      assertThat(asked.at("/review/digest").asText()).isEqualTo(digest);
      assertThat(asked.at("/approval/votes/0/by").asText()).isEqualTo("admin");
      assertThat(asked.at("/approval/votes/0/from").asInt()).isEqualTo(first);
      road.told("these yeses are carried over: admin (release " + first + ")");
    }
  }

  @Test
  void aWorkflowThatIsStoppedFromOutsideEndsTheReleaseAndTheNextGoesOn(LocalSystem system)
      throws Exception {
    try (var road = new Road(system, "stopped", folder, Templates.version(1));
        var sfn = stepFunctions(system)) {
      road.deploy(1);
      int first = road.promote(1);
      road.reached(first, "WAITING_FOR_APPROVAL");
      int second = road.promote(1);
      road.reached(second, "WAITING_FOR_TARGET");
      Functions.invoke(system, "sweep", Map.of());
      assertThat(road.release(first).path("phase").asText()).isEqualTo("WAITING_FOR_APPROVAL");

      sfn.stopExecution(stop -> stop.executionArn(execution(system, "stopped-release-" + first)));
      var ended = endedBy(system, road, "sweep", first, "FAILED");

      assertThat(ended.at("/failure/what").asText())
          .isEqualTo(
              "The workflow of this release was ended from outside (ABORTED). production is as it"
                  + " was.");
      assertThat(ended.at("/approval/status").asText()).isEqualTo("SUPERSEDED");
      road.reached(second, "WAITING_FOR_APPROVAL");
    }
  }

  /** A function that runs each minute is run until it has ended a release. */
  private static JsonNode endedBy(
      LocalSystem system, Road road, String function, int release, String phase) {
    return Road.until(
        phase + " of release " + release,
        () -> {
          Functions.invoke(system, function, Map.of());
          return Optional.of(road.release(release))
              .filter(now -> now.path("phase").asText().equals(phase));
        });
  }

  private static int again(Road road, int release) throws Exception {
    return road.api()
        .posted(road.path("/releases/" + release + "/again"), Map.of())
        .path("number")
        .asInt();
  }

  private static void twoDecide(Road road) throws Exception {
    road.api().put(road.path("/members/grace"), Map.of("roles", List.of("approver")));
    road.api()
        .put(
            road.path("/stages/production/approvals"),
            Map.of(
                "approvals",
                2,
                "graveApprovals",
                2,
                "requesterDecides",
                true,
                "authorsDecide",
                true,
                "adminOverrides",
                false,
                "decideWithin",
                "P7D"));
  }

  private static SfnClient stepFunctions(LocalSystem system) {
    return SfnClient.builder()
        .endpointOverride(URI.create(system.state().endpoint()))
        .region(Region.of(machine(system).split(":", -1)[3]))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  private static String execution(LocalSystem system, String name) {
    return machine(system).replace(":stateMachine:", ":execution:") + ":" + name;
  }

  private static String machine(LocalSystem system) {
    return system.deployment().output("ReleaseMachineArn");
  }
}
