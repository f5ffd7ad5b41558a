package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two templates alone: what they replace, what follows, and what changes beside the resources. */
class TemplatePairsTest {
  private static Review review(String before, String after) {
    StackTemplates templates = StackTemplates.of(Reviews.template(before), Reviews.template(after));
    return Reviews.of(new ReviewInput(List.of(), Map.of("", templates), "production", Map.of()));
  }

  private static Change change(Review review, String logicalId) {
    return review.changes().stream()
        .filter(change -> change.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::DynamoDB::Table,TableName,ALWAYS",
    "AWS::DynamoDB::Table,BillingMode,NEVER",
    "AWS::RDS::DBInstance,Engine,CONDITIONALLY",
    "AWS::Serverless::Function,CodeUri,NEVER",
    "AWS::Serverless::Function,FunctionName,ALWAYS",
    "AWS::Serverless::LayerVersion,ContentUri,ALWAYS",
    "AWS::Lambda::Function,FunctionName,ALWAYS",
    "AWS::Unknown::Type,Name,NEVER"
  })
  void knowsWhatMakesAResourceAnew(String type, String property, Recreation recreation) {
    assertThat(CreateOnly.of(type, property)).isEqualTo(recreation);
  }

  @Test
  void whatFollowsSomethingMadeAnewIsToldToo() {
    String template =
        """
        Resources:
          Cluster: {Type: AWS::RDS::DBCluster, Properties: {Engine: a, DatabaseName: %s}}
          Written:
            Type: AWS::RDS::DBInstance
            Properties: {DBClusterIdentifier: !Ref Cluster, Engine: %s}
          Unwritten: {Type: AWS::RDS::DBInstance, Properties: {DBClusterIdentifier: !Ref Cluster}}
          Perhaps: {Type: AWS::RDS::DBInstance, Properties: {AvailabilityZone: !GetAtt Cluster.Zone}}
          Role: {Type: AWS::IAM::Role, Properties: {RoleName: !Sub 'x-${Unwritten.Arn}'}}
          Free: {Type: AWS::SNS::Topic, Properties: {DisplayName: !Ref Cluster}}
        """;
    Review review = review(template.formatted("one", "a"), template.formatted("two", "b"));
    assertThat(review.changes())
        .extracting(Change::logicalId)
        .containsExactly("Cluster", "Written");
    Change written = change(review, "Written");
    assertThat(written.replacement()).isEqualTo(Replacement.WILL);
    assertThat(written.properties())
        .extracting(property -> property.name() + " " + property.recreation())
        .containsExactly("DBClusterIdentifier ALWAYS", "Engine CONDITIONALLY");
    assertThat(written.risks())
        .filteredOn(risk -> risk.kind() == RiskKind.DATA_LOSS)
        .singleElement()
        .matches(risk -> !risk.certain());
    assertThat(Risks.words(review.risks(), RiskKind.CASCADE))
        .containsExactly(
            "CASCADE HIGH? Perhaps is written as before but may be made anew too: its"
                + " AvailabilityZone follows Cluster. Expect its data to be lost",
            "CASCADE HIGH? Unwritten is written as before but is made anew too: its"
                + " DBClusterIdentifier follows Cluster. Expect its data to be lost",
            "CASCADE MEDIUM? Role is written as before but is made anew too: its RoleName follows"
                + " Unwritten");
  }

  @Test
  void onlyAConditionalReplacementMayHappen() {
    String template =
        "Resources: {D: {Type: 'AWS::RDS::DBInstance', Properties: {Engine: %s, Port: 1}}}";
    Review review = review(template.formatted("a"), template.formatted("b"));
    assertThat(change(review, "D").replacement()).isEqualTo(Replacement.MAY);
    assertThat(review.headline())
        .isEqualTo("1 change to production: 1 database may be replaced and its data lost");
    assertThat(
            change(review(template.formatted("a"), template.formatted("a, X: y")), "D")
                .replacement())
        .isEqualTo(Replacement.NONE);
  }

  @Test
  void theOldResourceIsFoundWhateverItsConditionSays() {
    String before =
        "Parameters: {P: {Type: String, Default: ''}}\n"
            + "Conditions: {C: !Not [!Equals [!Ref P, '']]}\n"
            + "Resources: {K: {Type: 'AWS::KMS::Key', Condition: C, DeletionPolicy: Retain}, T: {Type: T}}";
    assertThat(Risks.words(change(review(before, "Resources: {T: {Type: T}}"), "K").risks()))
        .containsExactly(
            "REMOVAL LOW The key is removed. The old one stays in the account with its data,"
                + " outside of the stack");
  }

  @Test
  void sectionsBesideTheResourcesAreTold() {
    String resources =
        """

        Resources:
          ByCondition: {Type: T, Condition: Deep}
          ByMapping: {Type: T, Properties: {P: !FindInMap [Map, a, b]}}
          BySub: {Type: T, Properties: {P: !Sub 'x-${ Name }', Q: !GetAtt ByMapping.Arn}}
          Untouched: {Type: T, Properties: {P: !Ref Other, Q: !If [Same, a, b]}}
        """;
    Review review =
        review(
            """
            Description: one
            Parameters: {Name: {Type: String}, Gone: {Type: String}, Other: {Type: String}}
            Mappings: {Map: {a: {b: 1}}}
            Conditions: {Base: !Equals [!Ref Name, a], Deep: !Condition Base, Same: !Equals [a, b]}
            Outputs: {Out: {Value: a, Export: {Name: e}}, Moved: {Value: a, Export: {Name: f}}}
            Metadata: {M: 1}
            """
                + resources,
            """
            Description: two
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {Timeout: 3}, Api: {Name: a}}
            Parameters: {Name: {Type: String, Default: x}, New: {Type: String}, Other: {Type: String}}
            Mappings: {Map: {a: {b: 2}}}
            Conditions: {Base: !Equals [!Ref Name, a], Deep: !Condition Base, Same: !Equals [a, b]}
            Outputs: {Moved: {Value: b, Export: {Name: f}}}
            Metadata: {M: 2}
            """
                + resources
                + "  Fn: {Type: AWS::Serverless::Function}\n");
    assertThat(Risks.words(review.risks()))
        .containsExactlyInAnyOrder(
            "INCOMPLETE LOW? This compares two templates; what CloudFormation would replace, only"
                + " its change set tells for certain",
            "HIDDEN LOW? Parameters: 1 added (New), 1 changed (Name), 1 removed (Gone); that may"
                + " change ByCondition, BySub, written as before",
            "HIDDEN LOW? Mappings: 1 changed (Map); that may change ByMapping, written as before",
            "HIDDEN NONE Outputs: 1 changed (Moved), 1 removed (Out)",
            "HIDDEN NONE Metadata: 1 changed (M)",
            "DOWNTIME MEDIUM? The export of the output Out goes: CloudFormation refuses that while"
                + " another stack imports it",
            "DOWNTIME MEDIUM? The export of the output Moved changes: CloudFormation refuses that"
                + " while another stack imports it",
            "HIDDEN MEDIUM? Globals: Function.Timeout changes, and with it Fn",
            "HIDDEN NONE Globals: Api.Name changes",
            "HIDDEN LOW? The macros (Transform) change, and with them what they make of the"
                + " template",
            "HIDDEN NONE Description changes");
  }

  @Test
  void aNewStackHasNothingToCompareWith() {
    Review review =
        Reviews.of(
            new ReviewInput(
                List.of(),
                Map.of("", StackTemplates.of(null, Reviews.template("Resources: {T: {Type: T}}"))),
                "production",
                Map.of()));
    assertThat(review.risks()).hasSize(1);
    assertThat(review.headline()).isEqualTo("1 change to production: 1 added");
  }

  @Test
  void anEmptyComparisonSaysWhetherSomethingIsHidden() {
    String template =
        "Parameters: {P: {Type: String, Default: %s}}\nMetadata: {M: %s}\n"
            + "Resources: {T: {Type: T, Properties: {A: !Ref P}}}";
    assertThat(review(template.formatted("a", "a"), template.formatted("b", "a")).headline())
        .isEqualTo(
            "No resource of production is written differently, but what some are made from is");
    assertThat(review(template.formatted("a", "a"), template.formatted("a", "b")).headline())
        .isEqualTo("Nothing to change in production");
  }
}
