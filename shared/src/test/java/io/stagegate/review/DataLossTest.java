package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.template.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is lost with what is removed or replaced. */
class DataLossTest {

  static Risk first(String change, StackTemplates templates) {
    return Reviews.of(Reviews.answer(change), templates).changes().getFirst().risks().stream()
        .filter(risk -> risk.kind() != RiskKind.DOWNTIME)
        .findFirst()
        .orElseThrow();
  }

  private static String remove(String type, String policy) {
    return "{'Action':'Remove','LogicalResourceId':'X','ResourceType':'"
        + type
        + "'"
        + (policy.equals("-") ? "" : ",'PolicyAction':'" + policy + "'")
        + "}";
  }

  private static String replace(String type, String replacement, String policy, String evaluation) {
    return "{'Action':'Modify','LogicalResourceId':'X','ResourceType':'"
        + type
        + "','Replacement':'"
        + replacement
        + "'"
        + (policy.equals("-") ? "" : ",'PolicyAction':'" + policy + "'")
        + ",'Details':[{'Evaluation':'"
        + evaluation
        + "','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'N',"
        + "'RequiresRecreation':'Always'}}]}";
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::DynamoDB::Table,Delete,DATA_LOSS,HIGH,true",
    "AWS::DynamoDB::Table,Retain,REMOVAL,LOW,true",
    "AWS::DynamoDB::Table,Snapshot,REMOVAL,MEDIUM,true",
    "AWS::DynamoDB::Table,-,DATA_LOSS,HIGH,false",
    "AWS::DynamoDB::Table,Future,DATA_LOSS,HIGH,false",
    "AWS::S3::Bucket,Delete,DATA_LOSS,HIGH,false",
    "AWS::CloudFormation::Stack,Delete,DATA_LOSS,HIGH,false",
    "AWS::SNS::Topic,Delete,REMOVAL,MEDIUM,true",
    "AWS::SNS::Topic,Retain,REMOVAL,LOW,true"
  })
  void removed(String type, String policy, RiskKind kind, RiskLevel level, boolean certain) {
    Review review = Reviews.of(Reviews.answer(remove(type, policy)));
    assertThat(review.changes().getFirst().risks())
        .anySatisfy(
            risk -> {
              assertThat(risk.kind()).isEqualTo(kind);
              assertThat(risk.level()).isEqualTo(level);
              assertThat(risk.certain()).isEqualTo(certain);
            });
    assertThat(review.changes().getFirst().replacement()).isEqualTo(Replacement.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::DynamoDB::Table,True,ReplaceAndDelete,Static,DATA_LOSS,HIGH,true,WILL",
    "AWS::DynamoDB::Table,True,ReplaceAndDelete,Dynamic,DATA_LOSS,HIGH,false,WILL",
    "AWS::DynamoDB::Table,Conditional,-,Static,DATA_LOSS,HIGH,false,MAY",
    "AWS::DynamoDB::Table,Sometimes,-,Static,DATA_LOSS,HIGH,false,MAY",
    "AWS::DynamoDB::Table,True,ReplaceAndRetain,Static,REPLACEMENT,MEDIUM,true,WILL",
    "AWS::DynamoDB::Table,True,ReplaceAndSnapshot,Static,REPLACEMENT,MEDIUM,true,WILL",
    "AWS::SNS::Topic,True,ReplaceAndDelete,Static,REPLACEMENT,MEDIUM,true,WILL",
    "AWS::SNS::Topic,Conditional,ReplaceAndRetain,Static,REPLACEMENT,MEDIUM,false,MAY"
  })
  void replaced(
      String type,
      String word,
      String policy,
      String evaluation,
      RiskKind kind,
      RiskLevel level,
      boolean certain,
      Replacement replacement) {
    Review review = Reviews.of(Reviews.answer(replace(type, word, policy, evaluation)));
    Change change = review.changes().getFirst();
    assertThat(change.replacement()).isEqualTo(replacement);
    assertThat(change.risks())
        .anySatisfy(
            risk -> {
              assertThat(risk.kind()).isEqualTo(kind);
              assertThat(risk.level()).isEqualTo(level);
              assertThat(risk.certain()).isEqualTo(certain);
            });
  }

  @Test
  void anAddIsNeverAReplacement() {
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Add','LogicalResourceId':'X','ResourceType':'T','Replacement':'True'}"));
    assertThat(review.summary().replace()).isZero();
    assertThat(review.risk()).isEqualTo(RiskLevel.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AWS::DynamoDB::Table | DeletionPolicy: Retain | REMOVAL
          AWS::DynamoDB::Table | DeletionPolicy: RetainExceptOnCreate | REMOVAL
          AWS::DynamoDB::Table | DeletionPolicy: !FindInMap [a, b, c] | DATA_LOSS
          AWS::DynamoDB::Table | UpdateReplacePolicy: Retain | DATA_LOSS
          AWS::RDS::DBCluster | Metadata: {} | REMOVAL
          AWS::RDS::DBInstance | Metadata: {} | REMOVAL
          AWS::RDS::DBInstance | Properties: {DBClusterIdentifier: c} | DATA_LOSS
          """)
  void theTemplateTellsWhereTheChangeSetDoesNot(String type, String line, RiskKind kind) {
    Template before =
        Reviews.template("Resources:\n  X:\n    Type: " + type + "\n    " + line + "\n");
    Risk risk = first(remove(type, "-"), new StackTemplates(before, null, Map.of(), Map.of()));
    assertThat(risk.kind()).isEqualTo(kind);
  }

  @Test
  void aReplacedClusterLeavesNoSnapshotByItself() {
    Template before = Reviews.template("Resources: {X: {Type: 'AWS::RDS::DBCluster'}}");
    Risk risk =
        first(
            replace("AWS::RDS::DBCluster", "True", "-", "Static"),
            StackTemplates.of(before, before));
    assertThat(risk.kind()).isEqualTo(RiskKind.DATA_LOSS);
  }

  @Test
  void anotherTypeUnderTheSameLogicalIdIsTold() {
    String table = "Resources: {X: {Type: 'AWS::DynamoDB::Table'%s}}";
    Template topic = Reviews.template("Resources: {X: {Type: 'AWS::SNS::Topic'}}");
    String modify = "{'Action':'Modify','LogicalResourceId':'X','ResourceType':'AWS::SNS::Topic'}";
    assertThat(
            Reviews.of(
                    Reviews.answer(modify),
                    StackTemplates.of(Reviews.template(table.formatted("")), topic))
                .changes()
                .getFirst()
                .risks())
        .extracting(Risk::kind)
        .containsExactly(RiskKind.DATA_LOSS, RiskKind.REPLACEMENT);
    assertThat(
            Reviews.of(
                    Reviews.answer(modify.replace("}", ",'PolicyAction':'ReplaceAndRetain'}")),
                    StackTemplates.of(Reviews.template(table.formatted("")), topic))
                .changes()
                .getFirst()
                .risks())
        .extracting(Risk::kind)
        .containsExactly(RiskKind.REPLACEMENT);
    assertThat(
            Reviews.of(
                    Reviews.answer(modify),
                    StackTemplates.of(topic, Reviews.template(table.formatted(""))))
                .changes()
                .getFirst()
                .risks())
        .extracting(Risk::kind)
        .containsExactly(RiskKind.REPLACEMENT);
  }

  @Test
  void whatServesTrafficIsToldApart() {
    assertThat(
            Reviews.of(
                    Reviews.answer(
                        remove("AWS::Lambda::Function", "Delete"),
                        replace("AWS::ApiGatewayV2::Api", "True", "ReplaceAndDelete", "Static"),
                        replace(
                            "AWS::ElasticLoadBalancingV2::Listener", "Conditional", "-", "Static")))
                .changes())
        .extracting(
            change ->
                change.risks().stream()
                    .filter(r -> r.kind() == RiskKind.DOWNTIME)
                    .findFirst()
                    .orElseThrow()
                    .why())
        .containsExactlyInAnyOrder(
            "It serves traffic: the function is removed",
            "It serves traffic: the API, whose address changes, is replaced",
            "It serves traffic: the listener may be replaced");
  }

  @Test
  void nestedStacksThatAreNotToldAreSaid() {
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'AWS::CloudFormation::Stack','Replacement':'False'}",
                "{'Action':'Add','LogicalResourceId':'B','ResourceType':'AWS::CloudFormation::Stack'}"));
    assertThat(review.changes())
        .extracting(change -> change.risks().getFirst().kind() + " " + change.level())
        .containsExactly("HIDDEN MEDIUM", "HIDDEN LOW");
  }
}
