package io.stagegate.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateReaderTest {
  private static final String QUEUE = "Resources:\n  Q:\n    Type: AWS::SQS::Queue\n";

  private static Template parsed(String text) {
    return switch (new TemplateReader().read(text)) {
      case TemplateRead.Parsed parsed -> parsed.template();
      case TemplateRead.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
    };
  }

  private static TemplateResource resource(Template template, String logicalId) {
    return Objects.requireNonNull(template.resources().get(logicalId));
  }

  private static TemplateRead.Unreadable unreadable(String text) {
    return switch (new TemplateReader().read(text)) {
      case TemplateRead.Parsed parsed -> throw new AssertionError(parsed.template().tree());
      case TemplateRead.Unreadable unreadable -> unreadable;
    };
  }

  private static String value(String yaml) {
    return resource(parsed(QUEUE + "    Properties:\n      V: " + yaml + "\n"), "Q")
        .properties()
        .path("V")
        .toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          2010-09-09        | "2010-09-09"
          012345678901      | "012345678901"
          12345             | 12345
          -7                | -7
          -0                | "-0"
          1.10              | 1.10
          1e3               | "1e3"
          123456789012345678901 | 123456789012345678901
          yes               | "yes"
          off               | "off"
          true              | true
          FALSE             | false
          ~                 | null
          '12'              | "12"
          !!str 12          | "12"
          ! 12              | "12"
          !!int "7"         | "7"
          !Ref A            | {"Ref":"A"}
          !Condition C      | {"Condition":"C"}
          !GetAtt A.B.C     | {"Fn::GetAtt":["A","B.C"]}
          !GetAtt [A, B]    | {"Fn::GetAtt":["A","B"]}
          !GetAtt A         | {"Fn::GetAtt":"A"}
          !Sub '${A}-x'     | {"Fn::Sub":"${A}-x"}
          !Sub 12           | {"Fn::Sub":"12"}
          !Join [-, [a, b]] | {"Fn::Join":["-",["a","b"]]}
          !If [C, 1, !Ref 'AWS::NoValue'] | {"Fn::If":["C",1,{"Ref":"AWS::NoValue"}]}
          !Transform {Name: X} | {"Fn::Transform":{"Name":"X"}}
          """)
  void readsValuesAsCloudFormationDoes(String yaml, String json) {
    assertThat(value(yaml)).isEqualTo(json);
  }

  @Test
  void knowsSectionsResourcesAndTheirLines() {
    Template template =
        parsed(
            """
            AWSTemplateFormatVersion: 2010-09-09
            Transform: [AWS::Serverless-2016-10-31, {Name: Other}]
            Parameters:
              P: {Type: String}
            Mappings: {M: {a: {b: c}}}
            Conditions: {C: !Equals [a, b]}
            Resources:
              T:
                Type: AWS::DynamoDB::Table
                DeletionPolicy: Retain
                UpdateReplacePolicy: Delete
                Condition: C
                DependsOn: [A, B]
                Metadata: {x: y}
                Properties:
                  TableName: t
              U:
                Type: AWS::SQS::Queue
                DependsOn: T
            Outputs: {O: {Value: v}}
            """);
    TemplateResource table = resource(template, "T");
    assertThat(template.transforms()).containsExactly("AWS::Serverless-2016-10-31", "Other");
    assertThat(template.parameters().has("P")).isTrue();
    assertThat(template.mappings().at("/M/a/b").asText()).isEqualTo("c");
    assertThat(template.conditions().has("C")).isTrue();
    assertThat(template.outputs().has("O")).isTrue();
    assertThat(table.line()).isEqualTo(8);
    assertThat(table.type()).isEqualTo("AWS::DynamoDB::Table");
    assertThat(table.deletionPolicy()).hasToString("\"Retain\"");
    assertThat(table.updateReplacePolicy()).hasToString("\"Delete\"");
    assertThat(table.condition()).isEqualTo("C");
    assertThat(table.dependsOn()).containsExactly("A", "B");
    assertThat(table.metadata().path("x").asText()).isEqualTo("y");
    assertThat(resource(template, "U").dependsOn()).containsExactly("T");
    assertThat(resource(template, "U").deletionPolicy()).isNull();
    assertThat(template.lineOf("Resources", "T", "Properties", "TableName")).contains(16);
    assertThat(template.lineOf("Resources", "X")).isEmpty();
  }

  @Test
  void aTemplateWithoutSectionsHasEmptyOnes() {
    Template template = parsed(QUEUE);
    assertThat(template.parameters()).isEmpty();
    assertThat(template.transforms()).isEmpty();
    assertThat(resource(template, "Q").properties()).isEmpty();
  }

  @Test
  void writtenAsJsonItIsTheSameTemplate() throws JsonProcessingException {
    Template template = parsed(QUEUE + "    Properties: {N: 1.50, D: 2012-10-17, B: true, X: ~}\n");
    String json = JsonMapper.builder().build().writeValueAsString(template.tree());
    assertThat(parsed(json).tree()).isEqualTo(template.tree());
  }

  @Test
  void readsJsonWithLines() {
    Template template =
        parsed(
            "\uFEFF{\n\"Resources\": {\n\"Q\": {\"Type\": \"AWS::SQS::Queue\", \"Properties\":"
                + " {\"a\": 1, \"b\": 1.5, \"c\": [true, null], \"d\": 12345678901234567890,"
                + " \"a\": 2}}}}");
    assertThat(resource(template, "Q").line()).isEqualTo(3);
    assertThat(resource(template, "Q").properties())
        .hasToString("{\"a\":2,\"b\":1.5,\"c\":[true,null],\"d\":12345678901234567890}");
    assertThat(template.notes()).containsExactly("line 3: a stands twice, the last one counts");
  }

  @Test
  void readsYamlThatBeginsWithABrace() {
    assertThat(parsed("{Resources: {Q: {Type: AWS::SQS::Queue}}}").resources()).containsKey("Q");
  }

  @Test
  void theLastOfTwoEqualKeysCountsAndIsNoted() {
    Template template = parsed(QUEUE + "    Type: AWS::SNS::Topic\n");
    assertThat(resource(template, "Q").type()).isEqualTo("AWS::SNS::Topic");
    assertThat(template.notes()).hasSize(1);
  }

  @Test
  void followsAnchorsAndMergesMappings() {
    Template template =
        parsed(
            """
            Base: &base {a: 1, b: 2}
            More: &more {b: 3, c: 4}
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties:
                  <<: [*base, *more]
                  a: own
                Metadata:
                  '<<': plain
            """);
    assertThat(resource(template, "Q").properties()).hasToString("{\"a\":\"own\",\"b\":2,\"c\":4}");
    assertThat(resource(template, "Q").metadata()).hasToString("{\"<<\":\"plain\"}");
  }

  @Test
  void loopsAreResourcesOfTheirOwnKind() {
    Template template =
        parsed("Resources:\n  Fn::ForEach::Tables: [N, [A, B], {'T${N}': {Type: X}}]\n");
    assertThat(resource(template, "Fn::ForEach::Tables").type()).isEqualTo(TemplateResource.LOOP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                  | 0 | empty
          - a                                 | 1 | mapping of sections
          a: b                                | 1 | at least one resource
          Resources: []                       | 1 | at least one resource
          Resources: {Q: {}}                  | 1 | resource Q has no Type
          a: *x                               | 1 | names nothing
          a: &x [*x]                          | 1 | names nothing
          a: !Rain::Embed f                   | 1 | no function of CloudFormation
          ? [a]                               | 1 | plain word
          <<: text                            | 1 | merge key
          a: 'x                               | 1 | not well-formed YAML
          {"a": }                             | 1 | not well-formed JSON
          {} {}                               | 1 | after the end
          """)
  void saysWhereItCantRead(String text, int line, String reason) {
    TemplateRead.Unreadable unreadable = unreadable(text);
    assertThat(unreadable.reason()).contains(reason);
    assertThat(unreadable.line()).isEqualTo(line);
  }

  @Test
  void refusesASecondDocument() {
    assertThat(unreadable(QUEUE + "---\na: b\n").reason()).contains("second YAML document");
  }

  @Test
  void boundsSizeDepthAndAliases() {
    assertThat(unreadable("#" + "x".repeat(1 << 20)).reason()).contains("1 MB");
    assertThat(unreadable("a: " + "[".repeat(5000)).reason()).contains("levels deep");
    assertThat(unreadable("{\"a\":" + "[".repeat(500)).reason()).contains("levels deep");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 8; i++) {
      String alias = "*a" + (i - 1) + ",";
      bomb.append("a%d: &a%d [%s]%n".formatted(i, i, alias.repeat(9) + "*a" + (i - 1)));
    }
    assertThat(unreadable(bomb.toString()).reason()).contains("too large");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !Split [ -, !Ref X ]            | {"Fn::Split":["-",{"Ref":"X"}]}
          !Select [0, !Split [-, !Ref X]] | {"Fn::Select":[0,{"Fn::Split":["-",{"Ref":"X"}]}]}
          !Join ['😀', [é, -]]             | {"Fn::Join":["😀",["é","-"]]}
          {a: -}                          | {"a":"-"}
          """)
  void aLoneDashInAListIsAWord(String written, String expected) {
    Template template = parsed("Resources: {A: {Type: T, Properties: {V: " + written + "}}}");
    assertThat(template.tree().at("/Resources/A/Properties/V")).hasToString(expected);
  }

  @Test
  void aDashThatCantBeAWordIsToldAsSuch() {
    assertThat(unreadable("a: [ - , b]").reason()).endsWith("write '-' for a dash as a word");
  }

  @Test
  void asManyLoneDashesAreReadAsTimeAllows() {
    String list = "-, ".repeat(200);
    Template template = parsed("Resources: {A: {Type: T, V: [" + list + "b]}}");
    assertThat(template.tree().at("/Resources/A/V")).hasSize(201);
    assertThat(unreadable("#" + "x".repeat(900_000) + "\na: [" + list + "b]").reason())
        .endsWith("write '-' for a dash as a word");
  }
}
