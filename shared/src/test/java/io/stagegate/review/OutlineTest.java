package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Risks first, the same sentence once, changes by stack and service, noise folded. */
class OutlineTest {
  private static String modify(String id, String type, String details) {
    return "{'Action':'Modify','LogicalResourceId':'"
        + id
        + "','ResourceType':'"
        + type
        + "','Replacement':'False','Details':["
        + details
        + "]}";
  }

  private static String detail(String attribute, String name, String cause, String evaluation) {
    return "{'Evaluation':'"
        + evaluation
        + "',"
        + (cause.isEmpty()
            ? "'ChangeSource':'DirectModification'"
            : "'ChangeSource':'ResourceAttribute','CausingEntity':'" + cause + "'")
        + ",'Target':{'Attribute':'"
        + attribute
        + "','Name':'"
        + name
        + "','RequiresRecreation':'Never'}}";
  }

  private static Outline of(String... changes) {
    return Outline.of(Reviews.of(Reviews.answer(changes)));
  }

  private static String removed(String id, String type) {
    return "{'Action':'Remove','LogicalResourceId':'"
        + id
        + "','ResourceType':'"
        + type
        + "','PolicyAction':'Delete'}";
  }

  @Test
  void theSameSentenceAboutSeveralStandsOnceWithTheirNames() {
    Outline outline =
        of(
            removed("Rule", "AWS::Events::Rule"),
            removed("Orders", "AWS::SQS::Queue"),
            removed("Alarm", "AWS::SNS::Topic"),
            removed("Bills", "AWS::SQS::Queue"));
    assertThat(outline.risks())
        .extracting(
            told -> told.risk().level() + " " + told.names(false) + ": " + told.risk().why())
        .startsWith(
            "HIGH 2 resources (Bills, Orders): The queue is removed: the messages in it will be"
                + " lost")
        .contains("MEDIUM 2 resources (Alarm, Rule): It is removed");
    assertThat(outline.risks())
        .extracting(told -> told.risk().level())
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void ofManyTheFirstAreNamedAndTheNumberTold() {
    String[] rules =
        IntStream.range(10, 30)
            .mapToObj(i -> removed("Rule" + i, "AWS::Events::Rule"))
            .toArray(String[]::new);
    String text = ReviewText.render(Reviews.of(Reviews.answer(rules)), false);
    assertThat(text)
        .contains(
            "20 resources (Rule10, Rule11, Rule12, Rule13, Rule14, Rule15 and 14 more): It is"
                + " removed")
        .containsOnlyOnce("It is removed");
  }

  @Test
  void everyRiskStandsBeforeEveryChangeInEachForm() {
    Review review =
        Reviews.of(Reviews.answer(removed("Rule", "AWS::Events::Rule"), removed("Q", "T::T::T")));
    for (String form :
        List.of(
            ReviewText.render(review, false),
            new ReviewMarkdown(5_000).render(review),
            new ReviewHtml().render(review))) {
      assertThat(form.indexOf("2 resources (Q, Rule)")).isBetween(0, form.indexOf("Events"));
    }
  }

  @Test
  void changesAreGroupedByStackAndServiceTheRiskiestFirst() {
    Outline outline =
        of(
            "{'Action':'Add','LogicalResourceId':'A','ResourceType':'AWS::SNS::Topic'}",
            "{'Action':'Add','LogicalResourceId':'B','ResourceType':'AWS::SQS::Queue'}",
            removed("C", "AWS::SQS::Queue"),
            removed("D", "Custom::Thing"));
    assertThat(outline.parts()).hasSize(1);
    assertThat(outline.parts().getFirst().groups())
        .extracting(
            group -> group.service() + group.changes().stream().map(Change::logicalId).toList())
        .containsExactly("SQS[C, B]", "Custom[D]", "SNS[A]");
  }

  @Test
  void whatDoesNoHarmIsFoldedWithItsNumber() {
    Outline outline =
        of(
            modify("F1", "AWS::Lambda::Function", detail("Properties", "Code", "", "Static")),
            modify("F2", "AWS::Lambda::Function", detail("Properties", "Code", "", "Static")),
            modify("T1", "AWS::SNS::Topic", detail("Tags", "", "", "Static")),
            modify("T2", "AWS::SNS::Topic", detail("Properties", "Tags", "", "Static")),
            modify("M", "AWS::SNS::Topic", detail("Metadata", "", "", "Static")),
            modify(
                "R",
                "AWS::SSM::Parameter",
                detail("Properties", "Value", "T1.Arn", "Static")
                    + ","
                    + detail("Properties", "Value", "", "Dynamic")),
            modify("N", "AWS::CloudFormation::Stack", detail("Properties", "", "", "Dynamic"))
                .replace("'Details'", "'ChangeSetId':'cs-2','Details'"),
            modify("X", "AWS::SNS::Topic", detail("Properties", "DisplayName", "", "Static")));
    assertThat(outline.parts().getFirst().folded())
        .extracting(
            folded -> folded.sentence() + folded.changes().stream().map(Change::logicalId).toList())
        .containsExactly(
            "2 functions change their code alone[F1, F2]",
            "2 resources change their tags alone[T1, T2]",
            "1 resource changes its metadata alone[M]",
            "1 resource changes only through what it refers to[R]",
            "1 nested stack changes only inside[N]");
    assertThat(outline.parts().getFirst().groups())
        .singleElement()
        .satisfies(
            group ->
                assertThat(group.changes()).extracting(Change::logicalId).containsExactly("X"));
    assertThat(outline.parts().getFirst().changes()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS::DynamoDB::Table, DynamoDB, Table",
    "AWS::ElasticLoadBalancingV2::Listener, ElasticLoadBalancingV2, Listener",
    "Custom::Thing, Custom, Thing",
    "Org::Part::Thing::MODULE, Org Part Thing, MODULE",
    "T, Of no known service, T",
    "'', Of no known service, ''"
  })
  void typesAreCalledByServiceAndKind(String type, String service, String kind) {
    assertThat(TypeNames.service(type)).isEqualTo(service);
    assertThat(TypeNames.kind(type)).isEqualTo(kind);
  }

  @Test
  void everyChangeOpensToItsPropertiesSideBySide() {
    String html =
        new ReviewHtml()
            .render(
                Reviews.of(
                    Reviews.answer(
                        modify(
                            "F1",
                            "AWS::Lambda::Function",
                            detail("Properties", "Code", "", "Static")),
                        modify(
                            "X",
                            "AWS::SNS::Topic",
                            "{'Target':{'Attribute':'Properties','Name':'N','BeforeValue':'old',"
                                + "'AfterValue':'new'}}"),
                        "{'Action':'Add','LogicalResourceId':'A','ResourceType':'T'}")));
    assertThat(html)
        .contains("<td role=\"cell\" data-l=\"Before\"><del>old</del></td>")
        .contains("<td role=\"cell\" data-l=\"After\"><ins>new</ins></td>")
        .contains("CloudFormation lists no properties of it");
    assertThat(html.split("<details class=\"rv-c\" id=", -1)).as("folded ones too").hasSize(4);
  }
}
