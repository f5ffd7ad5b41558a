package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms in which people see a review. */
class RenderingTest {
  private static final String EVIL = "<script>alert(1)</script>\\u001b[31m`@team`";

  static Review big(int changes) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      String value = "value " + i + " ".repeat(30) + "x".repeat(120);
      rows.add(
          "{'Action':'"
              + (i % 5 == 0 ? "Remove" : "Modify")
              + "','LogicalResourceId':'Resource"
              + i
              + "','PhysicalResourceId':'id-"
              + i
              + "','ResourceType':'"
              + (i % 7 == 0 ? "AWS::DynamoDB::Table" : "AWS::SNS::Topic")
              + "','Replacement':'False','PolicyAction':'Delete','Details':[{'Evaluation':'Static','ChangeSource':"
              + "'DirectModification','Target':{'Attribute':'Properties','Name':'DisplayName','Path':"
              + "'/Properties/DisplayName','BeforeValue':'"
              + value
              + "','AfterValue':'"
              + value
              + "!','RequiresRecreation':'Never'}}]}");
    }
    return Reviews.of(Reviews.answer(rows.toArray(String[]::new)));
  }

  private static Review small() {
    return Reviews.of(
        Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'Fn','ResourceType':'AWS::Lambda::Function','Replacement':'False','Details':["
                    + "{'Target':{'Attribute':'Properties','Name':'Code'}}]}",
                "{'Action':'Modify','LogicalResourceId':'Evil','PhysicalResourceId':'p','ResourceType':'AWS::SNS::Topic','Replacement':'True','PolicyAction':'ReplaceAndDelete','Details':["
                    + "{'Evaluation':'Static','Target':{'Attribute':'Properties','Name':'A','BeforeValue':'"
                    + EVIL
                    + "','AfterValue':'two\\nlines','RequiresRecreation':'Always'}},"
                    + "{'Evaluation':'Static','Target':{'Attribute':'Properties','Name':'B','BeforeValue':'a\\nb\\nc','AfterValue':'a\\nx\\nc','RequiresRecreation':'Conditionally'}},"
                    + "{'Evaluation':'Static','Target':{'Attribute':'Properties','Name':'C','BeforeValue':'{\\\"a\\\":[1,2,3],\\\"b\\\":{\\\"c\\\":1},\\\"t\\\":\\\"x\\\\ny\\\",\\\"o\\\":[1,2]}','AfterValue':'{\\\"a\\\":[1,4],\\\"b\\\":{\\\"d\\\":1},\\\"t\\\":\\\"x\\\\nz\\\",\\\"o\\\":[2,1]}'}}]}",
                "{'Action':'Import','LogicalResourceId':'Imp','ResourceType':'T'}",
                "{'Action':'Dynamic','LogicalResourceId':'Dyn','ResourceType':'T'}",
                "{'Action':'SyncWithActual','LogicalResourceId':'Syn','ResourceType':'T'}",
                "{'Action':'Modify','LogicalResourceId':'May','ResourceType':'T','Replacement':'Conditional'}",
                "{'Action':'Add','LogicalResourceId':'New','ResourceType':'T'}")
            .replace("AVAILABLE", "OBSOLETE"));
  }

  @Test
  void text() {
    String plain = ReviewText.render(small(), false);
    assertThat(plain)
        .doesNotContain("\u001b")
        .contains(
            "± modified Evil", "> imported Imp", "? decided while deploying Dyn", "+ added New")
        .contains("may be replaced", "will be replaced", "1 function changes its code alone: Fn")
        .contains("- b", "+ x", "~ a[0]: 2 -> 4", "- a[1]: 3")
        .contains("- b.c: 1", "+ b.d: 1", "~ o: the order changes", "~ t:", "obsolete");
    assertThat(ReviewText.brief(small())).contains("± modified Evil").doesNotContain("- a[1]: 3");
    String colored = ReviewText.render(small(), true);
    assertThat(colored).contains("\u001b[1m", "\u001b[33m").doesNotContain("\u001b[31m`");
    assertThat(colored.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(plain);
  }

  @Test
  void markdownIsCutByRankAndSaysSo() {
    Review review = big(200);
    for (int most : new int[] {1, 1_000, 2_900, 10_000, 60_000}) {
      String text = new ReviewMarkdown(most).render(review);
      assertThat(text.length()).isLessThanOrEqualTo(Math.max(1_000, most));
      assertThat(text).contains("Digest `sha256:").contains("200 changes");
    }
    assertThat(new ReviewMarkdown(2_900).render(review))
        .containsPattern("[0-9]+ of 200 changes, of the lowest risk, not shown");
    assertThat(new ReviewMarkdown(200_000).render(review)).doesNotContain("Cut to fit");
    assertThat(new ReviewMarkdown(60_000).render(small()))
        .contains("`Evil` modified, will be replaced (Topic) **MEDIUM**")
        .contains("1 function changes its code alone")
        .contains("`<script>alert(1)</script>�[31mˋ@teamˋ`");
    assertThat(MarkdownText.text("@team <b> *x* http://a `c`"))
        .isEqualTo("@\u2060team &lt;b&gt; \\*x\\* http:\u2060//a \\`c\\`");
    assertThat(MarkdownText.text("a\\b_c[d]|#~!&")).isEqualTo("a\\\\b\\_c\\[d\\]\\|\\#\\~\\!&amp;");
    assertThat(MarkdownText.code(" ")).isEqualTo("`(empty)`");
  }

  @Test
  void markdownCountsTheRisksItCannotShow() {
    StringBuilder hooks = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      hooks.append(i == 0 ? "" : ",").append("{'TypeName':'Hook").append(i).append("'}");
    }
    Review review = Reviews.of("{'ChangeSetName':'x','Changes':[],'Hooks':[" + hooks + "]}");
    String text = new ReviewMarkdown(2_000).render(review);
    assertThat(text).contains("of 60 risks, the lowest, not shown");
    assertThat(text.length()).isLessThanOrEqualTo(2_000);
  }

  @Test
  void htmlIsEscapedAndBounded() {
    String html = new ReviewHtml().render(small());
    assertThat(html)
        .doesNotContain("<script>", "\u001b")
        .contains("&lt;script&gt;", "<details class=\"rv-c\"", "<ins>x</ins>", "<del>b</del>")
        .contains("two<br>lines", "1 function changes its code alone", "replaces</small>")
        .contains("role=\"status\"");
    String many = new ReviewHtml().render(big(500));
    assertThat(many.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
    assertThat(many).contains("Resource499");
    String huge = new ReviewHtml().render(big(4_000));
    assertThat(huge.getBytes(StandardCharsets.UTF_8).length).isLessThan(300_000);
    assertThat(huge)
        .contains("not shown on this page")
        .contains("of lower risk are not shown here");
    assertThat(new ReviewHtml().render(Reviews.of("{'Changes':[]}"))).contains("Nothing to change");
    assertThat(
            new ReviewHtml()
                .render(Reviews.of("{'Changes':[{'ResourceChange':{'Action':'Add'}}]}")))
        .contains("<h3>Changes <small>");
  }

  @Test
  void theStylesheetLiesBesideIt() {
    assertThat(ReviewHtml.class.getResource(ReviewHtml.STYLESHEET)).isNotNull();
  }

  @Test
  void longDiffsAreCutWithACount() {
    StringBuilder before = new StringBuilder("x\n");
    StringBuilder after = new StringBuilder("y\n");
    for (int i = 0; i < 100; i++) {
      before.append("a").append(i).append('\n');
      after.append("b").append(i).append('\n');
    }
    PropertyChange property =
        new PropertyChange(
            "Properties",
            "N",
            null,
            before.toString(),
            after.toString(),
            PropertyKind.MODIFY,
            Recreation.NEVER,
            true,
            List.of());
    assertThat(StructuralDiff.lines(property)).hasSize(61).last().hasToString("… 142 more lines");
  }

  @Test
  void aStoredReviewOfAnotherVersionIsRefused() {
    assertThatThrownBy(
            () -> ReviewCodec.decode("{\"version\":99}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReviewCodec.decode("{".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(java.io.UncheckedIOException.class);
  }
}
