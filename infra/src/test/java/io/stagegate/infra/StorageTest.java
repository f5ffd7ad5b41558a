package io.stagegate.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds data: kept, versioned, encrypted, closed. */
@ExtendWith(Synthesized.Once.class)
class StorageTest {

  private final Synthesis synthesis;

  StorageTest(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  @Test
  void theTableSurvives() {
    JsonNode table = synthesis.properties("StateTable");
    assertThat(table.at("/BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
    assertThat(table.at("/StreamSpecification/StreamViewType").asText()).isEqualTo("NEW_IMAGE");
    assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("ttl");
    assertThat(table.at("/TimeToLiveSpecification/Enabled").asBoolean()).isTrue();
    assertThat(table.at("/KeySchema").findValuesAsText("AttributeName"))
        .containsExactly("pk", "sk");
  }

  @Test
  void theAuditLogSurvivesAndNothingInItIsForgotten() {
    JsonNode table = synthesis.properties("AuditTable");
    assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isTrue();
    assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
    assertThat(table.has("TimeToLiveSpecification")).isFalse();
  }

  @Test
  void whatHoldsDataIsRetained() {
    for (String id : List.of("StateTable", "AuditTable", "Packages", "Reviews", "AccessLogs")) {
      assertThat(synthesis.resource(id).required("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(synthesis.resource(id).required("UpdateReplacePolicy").asText())
          .isEqualTo("Retain");
    }
  }

  @Test
  void bucketsAreVersionedEncryptedAndClosed() {
    assertThat(synthesis.resources("AWS::S3::Bucket"))
        .hasSize(3)
        .allSatisfy(
            (id, bucket) -> {
              assertThat(bucket.at("/Properties/VersioningConfiguration/Status").asText())
                  .isEqualTo("Enabled");
              assertThat(bucket.at("/Properties/BucketEncryption").isMissingNode()).isFalse();
              assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
                  .hasSize(4)
                  .allMatch(JsonNode::asBoolean);
            });
    for (String id : List.of("Packages", "Reviews")) {
      assertThat(
              synthesis
                  .properties(id)
                  .at("/LoggingConfiguration/DestinationBucketName/Ref")
                  .asText())
          .isEqualTo("AccessLogs");
    }
  }

  @Test
  void bucketsQueuesAndTheTopicRefusePlainText() {
    for (String type :
        List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")) {
      assertThat(synthesis.resources(type).values())
          .isNotEmpty()
          .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
    }
    assertThat(synthesis.resources("AWS::S3::BucketPolicy")).hasSize(3);
    assertThat(synthesis.resources("AWS::SQS::QueuePolicy")).hasSize(4);
  }
}
