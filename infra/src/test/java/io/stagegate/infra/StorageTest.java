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
    for (String id :
        List.of("StateTable", "AuditTable", "AuditHeads", "Packages", "Reviews", "AccessLogs")) {
      assertThat(synthesis.resource(id).required("DeletionPolicy").asText()).isEqualTo("Retain");
      assertThat(synthesis.resource(id).required("UpdateReplacePolicy").asText())
          .isEqualTo("Retain");
    }
  }

  @Test
  void bucketsAreVersionedEncryptedAndClosed() {
    assertThat(synthesis.resources("AWS::S3::Bucket"))
        .hasSize(4)
        .allSatisfy(
            (id, bucket) -> {
              assertThat(bucket.at("/Properties/VersioningConfiguration/Status").asText())
                  .isEqualTo("Enabled");
              assertThat(bucket.at("/Properties/BucketEncryption").isMissingNode()).isFalse();
              assertThat(bucket.at("/Properties/PublicAccessBlockConfiguration"))
                  .hasSize(4)
                  .allMatch(JsonNode::asBoolean);
            });
    for (String id : List.of("Packages", "Reviews", "AuditHeads")) {
      assertThat(
              synthesis
                  .properties(id)
                  .at("/LoggingConfiguration/DestinationBucketName/Ref")
                  .asText())
          .isEqualTo("AccessLogs");
    }
  }

  /** Ten years, and nobody ends that sooner. */
  @Test
  void signedHeadsStay() {
    JsonNode heads = synthesis.properties("AuditHeads");
    assertThat(heads.required("ObjectLockEnabled").asBoolean()).isTrue();
    JsonNode retention = heads.at("/ObjectLockConfiguration/Rule/DefaultRetention");
    assertThat(retention.required("Mode").asText()).isEqualTo("GOVERNANCE");
    assertThat(retention.required("Days").asInt()).isEqualTo(3650);
    assertThat(heads.has("LifecycleConfiguration")).isFalse();

    JsonNode policy =
        synthesis.resources("AWS::S3::BucketPolicy").values().stream()
            .map(each -> each.required("Properties"))
            .filter(each -> each.at("/Bucket/Ref").asText().equals("AuditHeads"))
            .findFirst()
            .orElseThrow();
    assertThat(policy.at("/PolicyDocument/Statement"))
        .anySatisfy(
            statement -> {
              assertThat(statement.required("Effect").asText()).isEqualTo("Deny");
              assertThat(statement.at("/Principal/AWS").asText()).isEqualTo("*");
              assertThat(statement.required("Action"))
                  .extracting(JsonNode::asText)
                  .contains(
                      "s3:DeleteObject",
                      "s3:DeleteObjectVersion",
                      "s3:BypassGovernanceRetention",
                      "s3:PutObjectRetention");
            });
  }

  @Test
  void bucketsQueuesAndTheTopicRefusePlainText() {
    for (String type :
        List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy")) {
      assertThat(synthesis.resources(type).values())
          .isNotEmpty()
          .allSatisfy(policy -> assertThat(policy.toString()).contains("aws:SecureTransport"));
    }
    assertThat(synthesis.resources("AWS::S3::BucketPolicy")).hasSize(4);
    assertThat(synthesis.resources("AWS::SQS::QueuePolicy")).hasSize(4);
  }
}
