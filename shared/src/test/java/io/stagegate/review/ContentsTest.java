package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.template.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes with a nested stack that goes as a whole. */
class ContentsTest {
  private static final String ID =
      "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-Orders-1/guid";

  private static final Template ORDERS =
      Reviews.template(
          """
          Parameters: {Stage: {Type: String}}
          Conditions: {Prod: !Equals [!Ref Stage, prod]}
          Resources:
            Table: {Type: AWS::DynamoDB::Table}
            Kept: {Type: AWS::DynamoDB::Table, DeletionPolicy: Retain}
            Database: {Type: AWS::RDS::DBInstance}
            Api: {Type: AWS::ApiGatewayV2::Api}
            Alarm: {Type: AWS::CloudWatch::Alarm}
            One: {Type: AWS::SNS::Topic}
            Two: {Type: AWS::SNS::Topic}
            OnlyDev: {Type: AWS::DynamoDB::Table, Condition: NotThere}
            OnlyProd: {Type: AWS::S3::Bucket, Condition: Prod}
          """
              .replace("Conditions: {", "Conditions: {NotThere: !Equals [!Ref Stage, dev], "));

  private static String removed(String policy) {
    return Reviews.answer(
        "{'Action':'Remove','LogicalResourceId':'Orders','PhysicalResourceId':'"
            + ID
            + "','ResourceType':'AWS::CloudFormation::Stack','PolicyAction':'"
            + policy
            + "'}");
  }

  private static List<String> risks(String answer, Map<String, StackTemplates> templates) {
    Review review =
        Reviews.of(new ReviewInput(List.of(Reviews.json(answer)), templates, "", Map.of()));
    return Risks.words(review.changes().getFirst().risks());
  }

  private static StackTemplates deployed(Template template) {
    return new StackTemplates(template, null, Map.of("Stage", "prod"), Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop-Orders-1", "shop/Orders", "Orders"})
  void isToldWhereItsTemplateIsGiven(String key) {
    assertThat(risks(removed("Delete"), Map.of(key, deployed(ORDERS))))
        .containsExactlyInAnyOrder(
            "DATA_LOSS HIGH In it, Table: The table is removed: its items will be lost",
            "DOWNTIME MEDIUM In it, Table: It serves traffic: the table is removed",
            "REMOVAL LOW In it, Kept: The table is removed. The old one stays in the account with"
                + " its data, outside of the stack",
            "REMOVAL MEDIUM In it, Database: The database is removed. A last snapshot of the old"
                + " one is kept",
            "DOWNTIME HIGH In it, Database: It serves traffic: the database is removed",
            "DOWNTIME HIGH In it, Api: It serves traffic: the API, whose address changes, is"
                + " removed",
            "PROTECTION MEDIUM In it, Alarm: Nothing raises this alarm any more",
            "DATA_LOSS HIGH? In it, OnlyProd: The bucket is removed: its objects will be lost,"
                + " unless the deletion fails because the bucket is not empty",
            "REMOVAL MEDIUM With it goes 2 AWS::DynamoDB::Table, 2 AWS::SNS::Topic, 1"
                + " AWS::ApiGatewayV2::Api, 1 AWS::CloudWatch::Alarm, 1 AWS::RDS::DBInstance and 1"
                + " more");
  }

  @Test
  void isSaidToBeUnknownWhereItIsNot() {
    String unknown =
        "DATA_LOSS HIGH? What is in the nested stack is not known here; all of it goes, unless its"
            + " own policies keep it";
    assertThat(risks(removed("Delete"), Map.of())).containsExactly(unknown);
    assertThat(
            risks(
                removed("Delete"),
                Map.of(
                    "Orders",
                    deployed(
                        Reviews.template(
                            "Resources: {A: {Type: T, Condition: No}}\nConditions: {No: !Equals [a, b]}")))))
        .containsExactly("REMOVAL MEDIUM With it goes nothing else");
    assertThat(
            risks(
                removed("Delete").replace("CloudFormation::Stack", "Serverless::Application"),
                Map.of()))
        .containsExactly(unknown);
    assertThat(risks(removed("Retain"), Map.of("Orders", deployed(ORDERS))))
        .containsExactly(
            "REMOVAL LOW The nested stack is removed. The old one stays in the account with its"
                + " data, outside of the stack");
  }

  @Test
  void nestedStacksInItAreFollowed() {
    Template outer =
        Reviews.template(
            """
            Resources:
              Deep: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {Stage: dev}}}
              Unknown: {Type: AWS::CloudFormation::Stack}
            """);
    Template deep = Reviews.template("Resources: {Queue: {Type: AWS::SQS::Queue}}");
    assertThat(
            risks(
                removed("Delete"),
                Map.of("Orders", deployed(outer), "shop/Orders/Deep", deployed(deep))))
        .containsExactlyInAnyOrder(
            "DATA_LOSS HIGH In it, Deep: In it, Queue: The queue is removed: the messages in it"
                + " will be lost",
            "REMOVAL MEDIUM In it, Deep: With it goes 1 AWS::SQS::Queue",
            "DATA_LOSS HIGH? In it, Unknown: What is in the nested stack is not known here; all of"
                + " it goes, unless its own policies keep it",
            "REMOVAL MEDIUM With it goes 2 AWS::CloudFormation::Stack");
  }

  @Test
  void aStackThatHoldsItselfEnds() {
    Template circle = Reviews.template("Resources: {Orders: {Type: AWS::CloudFormation::Stack}}");
    assertThat(risks(removed("Delete"), Map.of("Orders", deployed(circle)))).hasSize(6);
  }

  @Test
  void manyRisksAreCounted() {
    StringBuilder tables = new StringBuilder("Resources:\n");
    for (int i = 0; i < 30; i++) {
      tables.append("  T").append(i).append(": {Type: AWS::SQS::Queue}\n");
    }
    assertThat(
            risks(
                removed("Delete"), Map.of("Orders", deployed(Reviews.template(tables.toString())))))
        .hasSize(21)
        .last()
        .isEqualTo("REMOVAL MEDIUM? In it: 11 more risks");
  }
}
