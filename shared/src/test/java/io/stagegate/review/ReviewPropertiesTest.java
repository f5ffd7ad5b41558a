package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every input. */
class ReviewPropertiesTest {
  private static final List<String> MEMBERS =
      List.of(
          "Changes",
          "ResourceChange",
          "Details",
          "Target",
          "Action",
          "Replacement",
          "Scope",
          "Type",
          "BeforeContext",
          "AfterContext",
          "LogicalResourceId",
          "ResourceType",
          "PolicyAction",
          "Evaluation",
          "Name",
          "Path",
          "BeforeValue",
          "AfterValue",
          "Attribute",
          "Properties",
          "ChangeSetId",
          "StackName",
          "Status",
          "Parameters",
          "ParameterKey",
          "ParameterValue",
          "Hooks",
          "NextToken",
          "PolicyDocument",
          "Statement",
          "Effect",
          "CausingEntity");
  private static final List<String> WORDS =
      List.of(
          "Modify",
          "Remove",
          "Add",
          "True",
          "False",
          "Conditional",
          "Dynamic",
          "Static",
          "Properties",
          "/Properties/A/0",
          "//",
          "A",
          "A.B",
          "AWS::IAM::Policy",
          "AWS::S3::Bucket",
          "{\"a\":[1]}",
          "{",
          "{{changeSet:KNOWN_AFTER_APPLY}}",
          "Allow",
          "*",
          "",
          "ResourceReference",
          "Always");

  @Provide
  Arbitrary<JsonNode> documents() {
    return tree(6);
  }

  private static Arbitrary<JsonNode> tree(int depth) {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Arbitraries.of(WORDS).map(JsonNodeFactory.instance::textNode),
            Arbitraries.strings().ofMaxLength(8).map(JsonNodeFactory.instance::textNode),
            Arbitraries.integers().map(JsonNodeFactory.instance::numberNode),
            Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode),
            Arbitraries.just(JsonNodeFactory.instance.nullNode()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<JsonNode> inner = Arbitraries.lazy(() -> tree(depth - 1));
    Arbitrary<JsonNode> array =
        inner
            .list()
            .ofMaxSize(3)
            .map(
                list -> {
                  ArrayNode node = JsonNodeFactory.instance.arrayNode();
                  list.forEach(node::add);
                  return node;
                });
    Arbitrary<JsonNode> object =
        Combinators.combine(Arbitraries.of(MEMBERS), inner)
            .as(Map::entry)
            .list()
            .ofMaxSize(5)
            .map(
                list -> {
                  ObjectNode node = JsonNodeFactory.instance.objectNode();
                  list.forEach(entry -> node.set(entry.getKey(), entry.getValue()));
                  return node;
                });
    return Arbitraries.oneOf(leaf, array, object, object);
  }

  /** A plausible answer: the members where they belong, their values anything. */
  @Provide
  Arbitrary<JsonNode> answers() {
    return Combinators.combine(
            tree(3), tree(3), tree(2), tree(2), Arbitraries.of(WORDS), Arbitraries.of(WORDS))
        .as(
            (a, b, c, d, action, replacement) -> {
              ObjectNode answer = JsonNodeFactory.instance.objectNode();
              answer.put("ChangeSetId", "x").set("Parameters", array(c));
              ArrayNode changes = answer.putArray("Changes");
              for (JsonNode each : List.of(a, b)) {
                ObjectNode change = changes.addObject().putObject("ResourceChange");
                change.put("Action", action).put("Replacement", replacement);
                change.put("ResourceType", "AWS::IAM::Policy").set("BeforeContext", each);
                change.put("LogicalResourceId", each.toString()).set("AfterContext", d);
                ObjectNode target = change.putArray("Details").addObject().putObject("Target");
                target.put("Path", action).set("AfterValue", each);
              }
              return answer;
            });
  }

  private static ArrayNode array(JsonNode node) {
    return JsonNodeFactory.instance.arrayNode().add(node);
  }

  @Property(tries = 300)
  void noJsonMakesItThrow(@ForAll("documents") JsonNode one, @ForAll("documents") JsonNode two) {
    check(List.of(one, two));
  }

  @Property(tries = 300)
  void noAnswerMakesItThrow(@ForAll("answers") JsonNode answer) {
    assertThat(check(List.of(answer))).isInstanceOf(ReviewResult.Reviewed.class);
  }

  private static ReviewResult check(List<JsonNode> documents) {
    ReviewResult result = new Reviewer().review(ReviewInput.of(documents));
    if (result instanceof ReviewResult.Reviewed reviewed) {
      Review review = reviewed.review();
      assertThat(Reviews.everywhere(review)).isNotEmpty();
      assertThat(new ReviewMarkdown(1_000).render(review).length()).isLessThanOrEqualTo(1_000);
      assertThat(new ReviewHtml().render(review)).doesNotContain("\u001b");
      assertThat(ReviewCodec.decode(ReviewCodec.encode(review))).isEqualTo(review);
    }
    return result;
  }

  @Property(tries = 20)
  void whatAChangeSetIsCalledDoesNotChangeTheDigest(@ForAll Random random) {
    JsonNode answer = Reviews.json(sample());
    ObjectNode other = answer.deepCopy();
    String name = "release-" + random.nextInt(1_000);
    for (String member :
        List.of("ChangeSetId", "ChangeSetName", "ParentChangeSetId", "RootChangeSetId")) {
      if (other.has(member)) {
        other.put(member, name);
      }
    }
    other
        .path("Changes")
        .forEach(each -> ((ObjectNode) each.path("ResourceChange")).put("ChangeSetId", name));
    assertThat(other).isNotEqualTo(answer);
    assertThat(Reviews.of(other).digest()).isEqualTo(Reviews.of(answer).digest());
  }

  @Property(tries = 50)
  void parametersTemplatesAndMaterialAreInTheDigest(@ForAll Random random) {
    String value = "v" + random.nextInt(1_000);
    ReviewInput base = input("a", "p", "m");
    assertThat(Reviews.of(input(value, "p", "m")).digest()).isNotEqualTo(Reviews.of(base).digest());
    assertThat(Reviews.of(input("a", value, "m")).digest()).isNotEqualTo(Reviews.of(base).digest());
    assertThat(Reviews.of(input("a", "p", value)).digest()).isNotEqualTo(Reviews.of(base).digest());
  }

  private static ReviewInput input(String template, String parameter, String material) {
    String yaml = "Resources: {A: {Type: T, Properties: {V: " + template + "}}}";
    return new ReviewInput(
        List.of(Reviews.json(sample())),
        Map.of(
            "", new StackTemplates(null, Reviews.template(yaml), Map.of(), Map.of("P", parameter))),
        "",
        Map.of("package", material));
  }

  private static String sample() {
    return Reviews.answer(
        "{'Action':'Add','LogicalResourceId':'A','ResourceType':'T'}",
        "{'Action':'Remove','LogicalResourceId':'B','ResourceType':'AWS::DynamoDB::Table','PolicyAction':'Delete'}",
        "{'Action':'Modify','LogicalResourceId':'C','ResourceType':'T','Replacement':'True','Details':["
            + "{'Evaluation':'Static','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'N','Path':'/Properties/N','BeforeValue':'1','AfterValue':'2','RequiresRecreation':'Always'}}]}");
  }
}
