package io.stagegate.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.model.ApprovalPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LongestWaitTest {
  /** Else the workflow would end while people may still decide. */
  @Test
  void theWorkflowWaitsLongerThanAnyProjectMaySay() throws IOException {
    var definition =
        Path.of(System.getProperty("stagegate.root"), "statemachines/release.asl.json");
    var seconds =
        new ObjectMapper()
            .readTree(definition.toFile())
            .at("/States/AskPeople/TimeoutSeconds")
            .asLong();
    assertThat(Duration.ofSeconds(seconds)).isGreaterThan(ApprovalPolicy.LONGEST_WAIT);
  }
}
