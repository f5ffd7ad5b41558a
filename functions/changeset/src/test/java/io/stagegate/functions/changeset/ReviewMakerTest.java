package io.stagegate.functions.changeset;

import static io.stagegate.functions.changeset.Scene.API;
import static io.stagegate.functions.changeset.Scene.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.model.Release.ServiceChangeSet;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.Risk;
import io.stagegate.review.RiskKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People are asked about the whole of what would be applied, or not at all. */
class ReviewMakerTest {
  private final Scene scene = new Scene();
  private final List<ServiceChangeSet> changeSets = scene.changeSets();
  private final String made = changeSets.getFirst().id();
  private final ObjectNode answer = (ObjectNode) scene.stacks.describe(made).getFirst();

  @BeforeEach
  void productionHasItsStack() {
    scene.stacks.stack(API, "UPDATE_COMPLETE", scene.clock.instant());
  }

  @Test
  void aPageThatIsMissingStopsTheRelease() {
    scene.stacks.describes(made, answer.deepCopy().put("NextToken", "2"));

    assertNobodyIsAsked("the review is not whole: The last page of " + RELEASE.id());
  }

  @Test
  void theLastPageMakesItWhole() {
    scene.stacks.describes(made, answer.deepCopy().put("NextToken", "2"), answer);

    write();

    assertThat(stored()).isEmpty();
  }

  @Test
  void aNestedChangeSetThatIsMissingStopsTheRelease() {
    var nested = answer.deepCopy();
    var change = (ObjectNode) nested.at("/Changes/0/ResourceChange");
    change
        .put("LogicalResourceId", "Part")
        .put("ResourceType", "AWS::CloudFormation::Stack")
        .put("ChangeSetId", made + "-part");
    scene.stacks.describes(made, nested);

    assertNobodyIsAsked("the review is not whole: The change set of the nested stack Part");
  }

  @Test
  void aNestedStackThatGoesAwayTellsWhatWasInIt() {
    var id = "arn:aws:cloudformation:eu-west-1:123456789012:stack/shop-api-Part-1/guid";
    var removed = answer.deepCopy();
    ((ObjectNode) removed.at("/Changes/0/ResourceChange"))
        .put("Action", "Remove")
        .put("LogicalResourceId", "Part")
        .put("PhysicalResourceId", id)
        .put("PolicyAction", "Delete")
        .put("ResourceType", "AWS::CloudFormation::Stack");
    scene.stacks.describes(made, removed);
    scene.stacks.template("shop-api-Part-1", "Resources: {Orders: {Type: AWS::DynamoDB::Table}}");

    write();

    var bytes = scene.reviews.all().values().iterator().next();
    assertThat(ReviewCodec.decode(bytes).changes().getFirst().risks())
        .extracting(Risk::why)
        .contains("In it, Orders: The table is removed: its items will be lost");
  }

  @Test
  void totalsThatDifferStopTheRelease() {
    write();
    var review = ReviewCodec.decode(scene.reviews.all().values().iterator().next());

    assertThat(ReviewMaker.whole(review, 1)).isSameAs(review);
    assertThatThrownBy(() -> ReviewMaker.whole(review, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the review is not whole: it has 1 changes, CloudFormation tells of 2");
  }

  @Test
  void theTotalCountsEveryPageAndChangeSetAndBothKindsOfAnswersOnce() {
    var other = answer.deepCopy();
    ((ObjectNode) other.at("/Changes/0/ResourceChange")).put("LogicalResourceId", "Other");
    var nested = other.deepCopy().put("ChangeSetId", made + "-part");
    var values = answer.deepCopy();
    ((ObjectNode) values.at("/Changes/0/ResourceChange")).put("AfterContext", "{}");

    assertThat(Totals.of(List.of(answer))).isEqualTo(1);
    assertThat(Totals.of(List.of(answer, values))).isEqualTo(1);
    assertThat(Totals.of(List.of(answer, other, nested, values))).isEqualTo(3);
    assertThat(Totals.of(List.of())).isZero();
  }

  @Test
  void whatIsNoAnswerAboutAChangeSetStopsTheRelease() {
    scene.stacks.describes(made, JsonNodeFactory.instance.textNode("Throttled"));

    assertNobodyIsAsked("the change sets can't be read: ");
  }

  @Test
  void whatCloudFormationOnlyWarnsOfIsShownToPeople() {
    scene.stacks.describes(
        made, answer.deepCopy().put("StatusReason", "[WARN] --include-property-values"));

    write();

    assertThat(stored())
        .extracting(Risk::why)
        .containsExactly(
            "CloudFormation warns that its answer is incomplete: --include-property-values");
  }

  @Test
  void aPartThatIsMissingAfterTheDecisionIsNotApplied() {
    var digest = write().digest();
    scene.stacks.describes(made, answer.deepCopy().put("NextToken", "2"));
    var desk = scene.desk(scene.packages);

    assertThatThrownBy(() -> desk.recheck(new ChangeSetTask.Recheck(RELEASE, digest)))
        .hasMessageContaining("not whole");
    assertThat(scene.eventTypes()).doesNotContain("release.deploying");
  }

  private void assertNobodyIsAsked(String why) {
    assertThatThrownBy(this::write)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(why);
    assertThat(scene.reviews.all()).isEmpty();
    assertThat(scene.release().review()).isNull();
  }

  private ReviewDesk.Written write() {
    return scene.desk(scene.packages).write(new ChangeSetTask.WriteReview(RELEASE, changeSets));
  }

  /** The risks of the written review that say that something is not shown. */
  private List<Risk> stored() {
    var bytes = scene.reviews.all().values().iterator().next();
    return ReviewCodec.decode(bytes).risks().stream()
        .filter(risk -> risk.kind() == RiskKind.INCOMPLETE)
        .toList();
  }
}
