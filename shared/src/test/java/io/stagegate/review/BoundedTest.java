package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However large a review is, a page and a comment keep to their limits and say what they lack. */
class BoundedTest {
  private static String change(int number, int properties, String value, String type) {
    List<String> details = new ArrayList<>();
    for (int i = 0; i < properties; i++) {
      details.add(
          "{'Evaluation':'Static','Target':{'Attribute':'Properties','Name':'P"
              + i
              + "','Path':'/Properties/P"
              + i
              + "','BeforeValue':'"
              + value
              + "','AfterValue':'!"
              + value
              + "','RequiresRecreation':'"
              + (i == properties - 1 ? "Always" : "Never")
              + "'}}");
    }
    return "{'Action':'Modify','LogicalResourceId':'R"
        + number
        + "','ResourceType':'"
        + type
        + "','Replacement':'True','Details':["
        + String.join(",", details)
        + "]}";
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3000, 200, a, AWS::SNS::Topic",
    "1, 3000, 5000, 語, AWS::SNS::Topic",
    "500, 3, 300, 語, AWS::SNS::Topic",
    "2500, 1, 10, <, AWS::DynamoDB::Table",
    "300, 2, 10, a, AWS::語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語語::%d"
  })
  void aPageAndACommentKeepToTheirLimits(
      int changes, int properties, int length, String sign, String type) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      rows.add(change(i, properties, sign.repeat(length), type.replace("%d", "T" + i)));
    }
    Review review = Reviews.of(Reviews.answer(rows.toArray(String[]::new)));
    String page = new ReviewHtml("/reviews/1").render(review);
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(ReviewHtml.MOST);
    assertThat(page.split("<details", -1)).hasSameSizeAs(page.split("</details>", -1));
    for (int most : new int[] {1_000, 3_000, 60_000}) {
      String comment = new ReviewMarkdown(most).render(review);
      assertThat(comment.length()).isLessThanOrEqualTo(most);
      assertThat(comment).endsWith("Digest `" + review.digest() + "`\n");
    }
  }

  @Test
  void whatAPageLeavesOutOfOneChangeIsTheLeastGraveAndIsCounted() {
    Review review = Reviews.of(Reviews.answer(change(0, 3_000, "x", "AWS::SNS::Topic")));
    assertThat(new ReviewHtml().render(review))
        .contains("P2999 <small>replaces</small>")
        .contains("2900 more properties are not shown on this page; the review as JSON has them");
    assertThat(new ReviewMarkdown(60_000).render(review)).contains("and 2960 more properties");
  }

  @Test
  void whatDoesNotFitIsOfTheLowestRisk() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      rows.add("{'Action':'Add','LogicalResourceId':'New" + i + "','ResourceType':'A::B::C'}");
    }
    rows.add("{'Action':'Remove','LogicalResourceId':'Orders','ResourceType':'AWS::SQS::Queue'}");
    String comment =
        new ReviewMarkdown(1_500).render(Reviews.of(Reviews.answer(rows.toArray(String[]::new))));
    assertThat(comment)
        .contains("`Orders` removed (Queue) **HIGH**", "60 to add, 0 to modify, 1 to remove")
        .containsPattern("Cut to fit: [0-9]+ of 61 changes, of the lowest risk, not shown");
    assertThat(comment.lines().filter(line -> line.startsWith("- `")))
        .allMatch(line -> line.endsWith(")") || line.endsWith("**"), "is whole");
  }

  @Test
  void aPageSaysWhereTheRestIs() {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(change(i, 10, "x".repeat(400), "AWS::SNS::Topic"));
    }
    Review review = Reviews.of(Reviews.answer(rows.toArray(String[]::new)));
    assertThat(new ReviewHtml("/api/1").render(review))
        .contains("stand here without their properties: <a href=\"/api/1\">the review as JSON</a>");
    assertThat(new ReviewHtml().render(review))
        .contains("stand here without their properties: the review as JSON has all of it.");
  }
}
