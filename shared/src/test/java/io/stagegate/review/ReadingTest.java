package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A property reads as what is known of it, and not as more. */
class ReadingTest {
  private static final Cause FOLLOWS =
      new Cause("ResourceAttribute", "Jobs.Arn", Evaluation.DYNAMIC);

  private static PropertyChange property(
      @Nullable String before, @Nullable String after, boolean known, Cause... causes) {
    return new PropertyChange(
        "Properties",
        "N",
        null,
        before,
        after,
        before == null && after == null ? PropertyKind.UNKNOWN : PropertyKind.MODIFY,
        Recreation.NEVER,
        known,
        List.of(causes));
  }

  private static Reading of(PropertyChange property) {
    return Reading.of(property, 60);
  }

  @Test
  void whatOnlyTheDeploymentTellsIsSaidWithItsGiver() {
    Reading given = new Reading.Said("N", "known after deployment, given by Jobs.Arn");
    assertThat(of(property("${Jobs.Arn}", "${Jobs.Arn}", false))).isEqualTo(given);
    assertThat(of(property("${X}", "${X}", false, FOLLOWS))).isEqualTo(given);
    assertThat(of(property(null, null, false, FOLLOWS))).isEqualTo(given);
    assertThat(of(property(null, null, false)))
        .isEqualTo(new Reading.Said("N", "known after deployment"));
    assertThat(of(property("a", null, false, FOLLOWS)))
        .isEqualTo(new Reading.Pair("N", "a", "(known after deployment, given by Jobs.Arn)"));
    assertThat(of(property("${A}", "${B}", false)))
        .as("another resource is referred to")
        .isEqualTo(new Reading.Pair("N", "${A}", "${B}"));
  }

  @Test
  void noFormShowsAReferenceAsIfItWereAValueThatBecomesItself() {
    String template =
        "Resources: {Q: {Type: 'AWS::SQS::Queue'}, F: {Type: T, Properties: {U: %s}}}";
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'F','ResourceType':'T','Details':[{'Evaluation':"
                    + "'Dynamic','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'U'}}]}"),
            StackTemplates.of(
                Reviews.template(template.formatted("!Ref Q")),
                Reviews.template(template.formatted("!Ref Q"))));
    for (String form :
        List.of(
            ReviewText.render(review, false),
            new ReviewMarkdown(5_000).render(review),
            new ReviewHtml().render(review))) {
      assertThat(form).contains("known after deployment, given by Q").doesNotContain("${Q}");
    }
  }

  @Test
  void whatIsNotToldAndWhatStaysIsSaidSo() {
    assertThat(of(property(null, null, true))).isEqualTo(new Reading.Untold("N"));
    assertThat(of(property("20", "20", true))).isEqualTo(new Reading.Said("N", "20, as before"));
  }

  @Test
  void longValuesAreShownWhereTheyDiffer() {
    String same = "s".repeat(200);
    assertThat(of(property(same + "old", same + "new", true)))
        .isEqualTo(
            new Reading.Pair("N", "…" + "s".repeat(24) + "old", "…" + "s".repeat(24) + "new"));
    assertThat(Excerpt.cut("a".repeat(50), 40)).isEqualTo("a".repeat(40) + "… (10 more)");
    assertThat(Excerpt.of("😀".repeat(50) + "a", "😀".repeat(50) + "b", 40).before())
        .isEqualTo("…" + "😀".repeat(12) + "a");
    assertThat(Excerpt.end("abcdef", 3)).isEqualTo("…ef");
  }

  @Test
  void documentsAreShownByWhatChangesInThem() {
    assertThat(of(property("{\"a\":1,\"b\":[1,2]}", "{\"a\":2,\"b\":[1,2]}", true)))
        .isEqualTo(new Reading.Lines("N", List.of(Difference.of("a", "1", "2"))));
  }

  @Test
  void aRiskThatMayTurnOutOtherwiseIsExplainedWhereItStands() {
    Review sure =
        Reviews.of(
            Reviews.answer("{'Action':'Remove','LogicalResourceId':'A','ResourceType':'T'}"));
    Review unsure =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Remove','LogicalResourceId':'A','ResourceType':'AWS::S3::Bucket'}"));
    assertThat(ReviewText.render(sure, false)).doesNotContain("ot certain");
    for (String form :
        List.of(
            ReviewText.render(unsure, false),
            new ReviewMarkdown(5_000).render(unsure),
            new ReviewHtml().render(unsure))) {
      assertThat(form).contains("(not certain)").contains(Words.UNCERTAIN).doesNotContain("HIGH?");
    }
  }
}
