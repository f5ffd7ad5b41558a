package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Replacements that only follow another resource. */
class CascadeTest {
  private static String modify(String id, String replacement, String... details) {
    return "{'Action':'Modify','LogicalResourceId':'"
        + id
        + "','ResourceType':'AWS::SNS::Topic','Replacement':'"
        + replacement
        + "','Details':["
        + String.join(",", details)
        + "]}";
  }

  private static String detail(String source, String entity, String evaluation, String recreation) {
    return "{'Evaluation':'"
        + evaluation
        + "','ChangeSource':'"
        + source
        + "'"
        + (entity.isEmpty() ? "" : ",'CausingEntity':'" + entity + "'")
        + ",'Target':{'Attribute':'Properties','Name':'TopicName','RequiresRecreation':'"
        + recreation
        + "'}}";
  }

  private static List<Risk> cascades(String... changes) {
    return Reviews.of(Reviews.answer(changes)).changes().stream()
        .flatMap(change -> change.risks().stream())
        .filter(risk -> risk.kind() == RiskKind.CASCADE)
        .toList();
  }

  @Test
  void theChainIsToldToItsRoot() {
    List<Risk> risks =
        cascades(
            modify("Root", "True", detail("DirectModification", "", "Static", "Always")),
            modify(
                "Middle",
                "True",
                detail("ResourceReference", "Root", "Static", "Always"),
                detail("DirectModification", "", "Dynamic", "Always")),
            modify(
                "Leaf",
                "Conditional",
                detail("ResourceAttribute", "Middle.Arn", "Dynamic", "Always")));
    assertThat(risks)
        .extracting(Risk::why)
        .containsExactlyInAnyOrder(
            "Nothing of its own changes: it follows Root; the root is Root, which is modified"
                + " (TopicName)",
            "Nothing of its own changes: it follows Middle.Arn, which follows Root; the root is"
                + " Root, which is modified (TopicName)");
    assertThat(risks).extracting(Risk::certain).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aRootThatIsNotAmongTheChangesIsSaid() {
    assertThat(
            cascades(modify("A", "True", detail("ResourceReference", "Gone", "Static", "Always"))))
        .singleElement()
        .satisfies(risk -> assertThat(risk.why()).endsWith("that one is not among these changes"))
        .satisfies(risk -> assertThat(risk.certain()).isFalse());
  }

  @Test
  void aRootMayBeAddedAndACircleEnds() {
    assertThat(
            cascades(
                "{'Action':'Add','LogicalResourceId':'New','ResourceType':'T'}",
                modify("A", "True", detail("ResourceReference", "New", "Static", "Conditionally"))))
        .extracting(Risk::why)
        .containsExactly(
            "Nothing of its own changes: it follows New; the root is New, which is added");
    assertThat(
            cascades(
                modify("A", "True", detail("ResourceReference", "B", "Static", "Always")),
                modify("B", "True", detail("ResourceReference", "A", "Static", "Always"))))
        .extracting(Risk::why)
        .allMatch(why -> why.endsWith("they follow each other in a circle"));
  }

  @Test
  void whatChangesByItselfIsNoCascade() {
    assertThat(
            cascades(
                modify(
                    "A",
                    "True",
                    detail("ResourceReference", "B", "Static", "Always"),
                    detail("ParameterReference", "P", "Static", "Always")),
                modify("C", "False", detail("ResourceReference", "B", "Static", "Never")),
                modify("D", "True")))
        .isEmpty();
  }
}
