package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what CloudFormation answers of a release: a change set with nested ones down to three
 * levels, each with property values, without, or both.
 */
final class Releases {
  private static final String[] TYPES = {
    "AWS::DynamoDB::Table", "AWS::SNS::Topic", "AWS::Lambda::Function", "AWS::IAM::Policy", "X"
  };
  private static final String[] PROPERTIES = {"Name", "Code", "PolicyDocument", "Environment"};
  private static final String[] ACTIONS = {"Add", "Modify", "Remove", "Import", "Dynamic"};
  private static final String[] VALUES = {
    "a",
    "{\"a\":[1]}",
    "{{changeSet:KNOWN_AFTER_APPLY}}",
    "",
    "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}]}"
  };

  private final Random random;
  private final List<JsonNode> answers = new ArrayList<>();
  private int sets;

  private Releases(Random random) {
    this.random = random;
  }

  /** Whole answers, in no order that means anything. */
  static List<JsonNode> of(Random random) {
    Releases releases = new Releases(random);
    releases.changeSet(null, 0);
    return releases.answers;
  }

  /** The same answers in pages of any size. */
  static List<JsonNode> paged(List<JsonNode> answers, Random random) {
    List<JsonNode> pages = new ArrayList<>();
    for (JsonNode answer : answers) {
      List<JsonNode> changes = Json.list(answer.path("Changes"));
      int from = 0;
      do {
        int to = Math.min(changes.size(), from + 1 + random.nextInt(3));
        ObjectNode page = answer.deepCopy();
        page.putArray("Changes").addAll(changes.subList(from, to));
        if (to < changes.size()) {
          page.put("NextToken", "token-" + random.nextInt());
        }
        pages.add(page);
        from = to;
      } while (from < changes.size());
    }
    return pages;
  }

  private String changeSet(@Nullable String parent, int depth) {
    String id = "arn:aws:cloudformation:eu-west-1:111122223333:changeSet/r/" + ++sets;
    ObjectNode valued = answer(id, parent);
    ObjectNode plain = answer(id, parent);
    for (int i = random.nextInt(5); i >= 0; i--) {
      change(valued.withArray("/Changes"), plain.withArray("/Changes"), i);
    }
    for (int i = depth < 3 ? random.nextInt(3) : 0; i > 0; i--) {
      ObjectNode row = row(valued.withArray("/Changes"), "Modify", "Nested" + i);
      row.put("ResourceType", Row.NESTED_STACK).put("ChangeSetId", changeSet(id, depth + 1));
      plain.withArray("/Changes").addObject().set("ResourceChange", row.deepCopy());
      row.put("BeforeContext", "{}").put("AfterContext", "{}");
    }
    int which = random.nextInt(3);
    if (which != 0) {
      answers.add(valued);
    }
    if (which != 1) {
      answers.add(plain);
    }
    return id;
  }

  private static ObjectNode answer(String id, @Nullable String parent) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("ChangeSetId", id).put("ChangeSetName", "r").put("StackName", "stack" + id.length());
    answer.put("Status", "CREATE_COMPLETE").put("ExecutionStatus", "AVAILABLE");
    if (parent != null) {
      answer.put("ParentChangeSetId", parent);
    }
    return answer;
  }

  private void change(ArrayNode valued, ArrayNode plain, int number) {
    String action = one(ACTIONS);
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("Action", action).put("LogicalResourceId", "R" + number);
    row.put("ResourceType", one(TYPES)).put("PhysicalResourceId", "id-" + number);
    if (action.equals("Modify")) {
      row.put("Replacement", one("True", "False", "Conditional"));
    }
    row.put("PolicyAction", one("Delete", "Retain", "ReplaceAndDelete"));
    ObjectNode bare = row.deepCopy();
    row.put("BeforeContext", context()).put("AfterContext", context());
    for (int i = action.equals("Modify") ? 1 + random.nextInt(3) : 0; i > 0; i--) {
      details(row.withArray("/Details"), bare.withArray("/Details"));
    }
    int kept = random.nextInt(6); // AWS's two answers differ now and then.
    if (kept != 0) {
      valued.addObject().put("Type", "Resource").set("ResourceChange", row);
    }
    if (kept != 1) {
      plain.addObject().put("Type", "Resource").set("ResourceChange", bare);
    }
  }

  private void details(ArrayNode valued, ArrayNode plain) {
    ObjectNode detail = valued.addObject();
    detail.put("Evaluation", one("Static", "Dynamic"));
    detail.put("ChangeSource", one("DirectModification", "ResourceAttribute"));
    detail.put("CausingEntity", one("R0.Arn", "R1", "R2.Name"));
    String name = one(PROPERTIES);
    ObjectNode target = detail.putObject("Target").put("Attribute", "Properties").put("Name", name);
    target.put("RequiresRecreation", one("Never", "Conditionally", "Always"));
    if (random.nextInt(5) > 0) {
      plain.add(detail.deepCopy());
    }
    target.put("Path", "/Properties/" + name).put("AttributeChangeType", "Modify");
    target.put("BeforeValue", one(VALUES)).put("AfterValue", one(VALUES));
  }

  private static ObjectNode row(ArrayNode changes, String action, String id) {
    ObjectNode row = changes.addObject().put("Type", "Resource").putObject("ResourceChange");
    return row.put("Action", action).put("LogicalResourceId", id).put("PhysicalResourceId", id);
  }

  private String context() {
    return "{\"Properties\":{\"" + one(PROPERTIES) + "\":\"" + random.nextInt(3) + "\"}}";
  }

  private String one(String... words) {
    return words[random.nextInt(words.length)];
  }
}
