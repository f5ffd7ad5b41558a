package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.template.Template;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that come from the two templates, because the answer carries none. */
class TemplateValuesTest {
  private static final String HEAD =
      """
      Parameters:
        Stage: {Type: String, Default: dev}
        Zones: {Type: CommaDelimitedList, Default: 'a, b'}
        Empty: {Type: String}
        Image: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /image}
        Secret1: {Type: String, Default: hunter2hunter2, NoEcho: true}
      Mappings:
        Sizes: {dev: {memory: 128}, prod: {memory: 512}}
      Conditions:
        Prod: !Equals [!Ref Stage, prod]
        NotProd: !Not [!Condition Prod]
        Both: !And [!Condition NotProd, !Equals [a, a]]
        Either: !Or [!Condition Prod, !Equals [a, a]]
        Unsure: !Equals [!Ref Empty, x]
        UnsureAnd: !And [!Condition Unsure, !Condition NotProd]
        Hidden: !Equals [!Ref Secret1, x]
        Circle: !Not [!Condition Circle]
        Odd: 'true'
        Other: {Fn::Contains: [a, b]}
      Resources:
        R:
          Type: AWS::Custom::Thing
          Properties:
            V: %s
      """;

  private static Template template(String value) {
    return Reviews.template(HEAD.formatted(value));
  }

  private static PropertyChange property(String before, String after, Map<String, String> given) {
    String answer =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::Custom::Thing',"
                + "'Replacement':'False','Details':[{'Evaluation':'Static','ChangeSource':"
                + "'DirectModification','Target':{'Attribute':'Properties','Name':'V',"
                + "'RequiresRecreation':'Never'}}]}");
    Review review =
        Reviews.of(answer, new StackTemplates(template(before), template(after), given, given));
    return review.changes().getFirst().properties().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !Ref Stage                            | dev | true
          !Ref Zones                            | ["a","b"] | true
          !Ref Empty                            | ${Empty} | false
          !Ref Image                            | ${Image} | false
          !Ref Secret1                          | **** | true
          !Ref Topic                            | ${Topic} | false
          !Ref 'AWS::StackName'                 | shop | true
          !Ref 'AWS::Region'                    | eu-west-1 | true
          !Ref 'AWS::AccountId'                 | 123456789012 | true
          !Ref 'AWS::URLSuffix'                 | amazonaws.com | true
          !GetAtt T.Arn                         | ${T.Arn} | false
          !GetAtt Odd                           | ${Odd} | false
          !Sub '${Stage}-${!x}-${T.Arn}'        | dev-${x}-${T.Arn} | false
          !Sub ['${a}', {a: !Ref Stage}]        | dev | true
          !Sub [[x]]                            | {"Fn::Sub":[["x"]]} | false
          !Join [':', [a, !Ref Stage]]          | a:dev | true
          !Join [':', !Ref Zones]               | a:b | true
          !Join [':', !Ref Topic]               | {"Fn::Join":[":",{"Ref":"Topic"}]} | false
          !Join [{a: b}, [a]]                   | {"Fn::Join":[{"a":"b"},["a"]]} | false
          !Split [',', 'a,b']                   | ["a","b"] | true
          !Split ['', 'a']                      | {"Fn::Split":["","a"]} | false
          !Split [',', !Ref Topic]              | {"Fn::Split":[",",{"Ref":"Topic"}]} | false
          !Split [',', [a]]                     | {"Fn::Split":[",",["a"]]} | false
          !Select [1, !Ref Zones]               | b | true
          !Select [9, !Ref Zones]               | {"Fn::Select":[9,{"Ref":"Zones"}]} | false
          !Select [!Ref Empty, [a]]             | {"Fn::Select":[{"Ref":"Empty"},["a"]]} | false
          !Select [0, [!Ref Topic]]             | {"Fn::Select":[0,[{"Ref":"Topic"}]]} | false
          !FindInMap [Sizes, !Ref Stage, memory] | 128 | true
          !FindInMap [Sizes, !Ref Empty, memory] | {"Fn::FindInMap":["Sizes",{"Ref":"Empty"},"memory"]} | false
          !FindInMap [Sizes, x, y, {DefaultValue: 7}] | 7 | false
          !If [Prod, a, b]                      | b | true
          !If [NotProd, a, b]                   | a | true
          !If [Both, a, b]                      | a | true
          !If [Either, a, b]                    | a | true
          !If [UnsureAnd, a, b]                 | {"Fn::If":["UnsureAnd","a","b"]} | false
          !If [Hidden, a, b]                    | {"Fn::If":["Hidden","a","b"]} | false
          !If [Circle, a, b]                    | {"Fn::If":["Circle","a","b"]} | false
          !If [Odd, a, b]                       | {"Fn::If":["Odd","a","b"]} | false
          !If [Other, a, b]                     | {"Fn::If":["Other","a","b"]} | false
          !If [None, a, b]                      | {"Fn::If":["None","a","b"]} | false
          !Base64 abc                           | abc | true
          {Fn::Length: !Ref Zones}              | 2 | true
          {Fn::Length: !Ref Topic}              | {"Fn::Length":{"Ref":"Topic"}} | false
          {Fn::ToJsonString: {a: !Ref Stage}}   | {"a":"dev"} | true
          !ImportValue x                        | {"Fn::ImportValue":"x"} | false
          {a: !Ref 'AWS::NoValue', b: [!Ref 'AWS::NoValue', 1]} | {"b":[1]} | true
          """)
  void computesFunctionsAsFarAsTheyCanBe(String yaml, String value, boolean known) {
    String id = "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/1";
    String answer =
        Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::Custom::Thing',"
                    + "'Replacement':'False','Details':[{'Evaluation':'Static','Target':"
                    + "{'Attribute':'Properties','Name':'V'}}]}")
            .replace("'StackName'", "'StackId':'" + id + "','StackName'");
    Review review = Reviews.of(answer, StackTemplates.of(template("before"), template(yaml)));
    PropertyChange property = review.changes().getFirst().properties().getFirst();
    assertThat(property.before()).isEqualTo("before");
    assertThat(property.after()).isEqualTo(value);
    assertThat(property.known()).isEqualTo(known);
    assertThat(property.change()).isEqualTo(PropertyKind.MODIFY);
  }

  @Test
  void takesTheParametersOfEachSide() {
    PropertyChange property =
        property("!Ref Stage", "!Sub '${Stage}-x'", Map.of("Stage", "prod", "Empty", "e"));
    assertThat(property.before()).isEqualTo("prod");
    assertThat(property.after()).isEqualTo("prod-x");
  }

  @Test
  void tellsWhatIsAddedAndWhatIsRemoved() {
    assertThat(property("!Ref 'AWS::NoValue'", "a", Map.of()).change()).isEqualTo(PropertyKind.ADD);
    PropertyChange removed = property("a", "!Ref 'AWS::NoValue'", Map.of());
    assertThat(removed.change()).isEqualTo(PropertyKind.REMOVE);
    assertThat(Values.after(removed)).isEqualTo("(none)");
    PropertyChange neither = property("!Ref 'AWS::NoValue'", "!Ref 'AWS::NoValue'", Map.of());
    assertThat(neither.change()).isEqualTo(PropertyKind.UNKNOWN);
  }

  @Test
  void findsAPathInsideAndWhatAFunctionHides() {
    String answer =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'T','Replacement':'False',"
                + "'Details':[{'Target':{'Attribute':'Properties','Name':'V','Path':"
                + "'/Properties/V/a'}}]}");
    Review review =
        Reviews.of(
            answer,
            StackTemplates.of(template("!If [Prod, {a: 1}, {a: 2}]"), template("!GetAtt X.Y")));
    PropertyChange property = review.changes().getFirst().properties().getFirst();
    assertThat(property.before()).isEqualTo("2");
    assertThat(property.after()).isNull();
    assertThat(property.known()).isFalse();
  }

  @Test
  void addsWhatNoDetailTellsOf() {
    String answer =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'T','Replacement':'False'}");
    Review review = Reviews.of(answer, StackTemplates.of(template("a"), template("b")));
    assertThat(review.changes().getFirst().properties())
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.label()).isEqualTo("V");
              assertThat(property.before()).isEqualTo("a");
              assertThat(property.after()).isEqualTo("b");
            });
  }

  @Test
  void conditionsDecideWhetherAResourceIsThere() {
    Template before =
        Reviews.template(
            """
            Conditions: {No: !Equals [a, b]}
            Resources:
              P:
                Type: AWS::IAM::Role
                Condition: No
                Properties: {ManagedPolicyArns: ['arn:aws:iam::aws:policy/X']}
              Other: {Type: AWS::SNS::Topic}
            """);
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Add','LogicalResourceId':'P','ResourceType':'AWS::IAM::Role'}"),
            new StackTemplates(before, null, Map.of(), Map.of()));
    assertThat(review.changes().getFirst().risks())
        .extracting(Risk::why)
        .containsExactly("What it allows is not told here");
  }

  @Test
  void templatesAreFoundByTheStacksName() {
    ReviewInput input =
        new ReviewInput(
            List.of(
                Reviews.json(
                    Reviews.answer(
                        "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'T',"
                            + "'Replacement':'False','Scope':['Properties']}"))),
            Map.of("shop", StackTemplates.of(template("a"), template("c"))),
            "production",
            Map.of());
    Review review = Reviews.of(input);
    assertThat(review.changes().getFirst().properties().getFirst().after()).isEqualTo("c");
    assertThat(review.headline()).isEqualTo("1 change to production: 1 modified");
  }
}
