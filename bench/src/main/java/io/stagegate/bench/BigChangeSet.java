package io.stagegate.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A change set of 500 changes: 5 nested stacks and the 99 changes in each, with property values, as
 * DescribeChangeSet answers. Adds, code changes, wider permissions, replacements and removals take
 * turns.
 */
final class BigChangeSet {
  static final int NESTED = 5;
  static final int EACH = 99;

  private static final String ARN = "arn:aws:cloudformation:us-east-1:123456789012:";

  private final ObjectMapper json = new ObjectMapper();

  List<JsonNode> documents() {
    List<JsonNode> all = new ArrayList<>();
    ObjectNode root = document("shop", 0);
    all.add(root);
    for (int stack = 1; stack <= NESTED; stack++) {
      String name = "shop-part" + stack;
      ObjectNode row = add(root, "Modify", "Part" + stack, "AWS::CloudFormation::Stack");
      row.put("PhysicalResourceId", ARN + "stack/" + name + "/" + stack);
      row.put("ChangeSetId", id(stack))
          .put("Replacement", "False")
          .putArray("Scope")
          .add("Properties");
      ObjectNode nested = document(name, stack);
      nested.put("ParentChangeSetId", id(0)).put("RootChangeSetId", id(0));
      for (int i = 0; i < EACH; i++) {
        change(nested, i);
      }
      all.add(nested);
    }
    return all;
  }

  private ObjectNode document(String stack, int number) {
    ObjectNode document = json.createObjectNode();
    document.put("ChangeSetName", "release-7").put("ChangeSetId", id(number));
    document.put("StackName", stack).put("StackId", ARN + "stack/" + stack + "/" + number);
    document.put("Status", "CREATE_COMPLETE").put("ExecutionStatus", "AVAILABLE");
    document.put("IncludeNestedStacks", true).putArray("Changes");
    return document;
  }

  private static String id(int number) {
    return ARN + "changeSet/release-7/" + number;
  }

  private static void change(ObjectNode document, int i) {
    switch (i % 5) {
      case 0 ->
          add(document, "Add", "Table" + i, "AWS::DynamoDB::Table")
              .put("AfterContext", "{\"Properties\":{\"BillingMode\":\"PAY_PER_REQUEST\"}}");
      case 1 ->
          modify(
              document,
              "Function" + i,
              "AWS::Lambda::Function",
              "Code",
              "Never",
              key(1, i),
              key(2, i));
      case 2 ->
          modify(
              document,
              "Policy" + i,
              "AWS::IAM::ManagedPolicy",
              "PolicyDocument",
              "Never",
              policy("s3:GetObject", i),
              policy("s3:*", i));
      case 3 ->
          modify(
              document,
              "Queue" + i,
              "AWS::SQS::Queue",
              "QueueName",
              "Always",
              "\"orders" + i + "\"",
              "\"bills" + i + "\"");
      default ->
          add(document, "Remove", "Bucket" + i, "AWS::S3::Bucket")
              .put("PolicyAction", i % 2 == 0 ? "Delete" : "Retain")
              .put("PhysicalResourceId", "bucket-" + i);
    }
  }

  private static String key(int build, int i) {
    return "{\"S3Bucket\":\"packages\",\"S3Key\":\"" + build + "/" + i + ".zip\"}";
  }

  private static String policy(String action, int i) {
    return """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"%s","Resource":"arn:aws:s3:::b%d/*"}]}"""
        .formatted(action, i);
  }

  private static void modify(
      ObjectNode document,
      String name,
      String type,
      String property,
      String recreation,
      String before,
      String after) {
    ObjectNode row = add(document, "Modify", name, type);
    row.put("PhysicalResourceId", name.toLowerCase(Locale.ROOT));
    row.put("Replacement", recreation.equals("Always") ? "True" : "False");
    row.put("BeforeContext", "{\"Properties\":{\"" + property + "\":" + before + "}}");
    row.put("AfterContext", "{\"Properties\":{\"" + property + "\":" + after + "}}");
    row.withArray("/Scope").add("Properties");
    ObjectNode detail = row.withArray("/Details").addObject();
    detail.put("Evaluation", "Static").put("ChangeSource", "DirectModification");
    detail
        .putObject("Target")
        .put("Attribute", "Properties")
        .put("Name", property)
        .put("Path", "/Properties/" + property)
        .put("RequiresRecreation", recreation)
        .put("AttributeChangeType", "Modify")
        .put("BeforeValue", before)
        .put("AfterValue", after);
  }

  private static ObjectNode add(ObjectNode document, String action, String name, String type) {
    ArrayNode changes = document.withArray("/Changes");
    ObjectNode entry = changes.addObject().put("Type", "Resource");
    return entry
        .putObject("ResourceChange")
        .put("Action", action)
        .put("LogicalResourceId", name)
        .put("ResourceType", type);
  }
}
