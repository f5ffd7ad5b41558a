package io.stagegate.slack;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.model.Approval;
import io.stagegate.model.Commit;
import io.stagegate.model.Decision;
import io.stagegate.model.Notice;
import io.stagegate.model.Quorum;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.notice.NoticeText;
import io.stagegate.notice.NoticeText.Found;
import io.stagegate.notice.NoticeText.Reason;
import io.stagegate.review.RiskLevel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseMessageTest {
  private static final String PAGE = "https://gate.example/projects/shop/releases/7";
  private static final String EVIL = "<!channel> <@U012AB3CD> *bold* & <https://e.example|x>";

  @Test
  void askingSaysAllThatCountsAndHasThreeButtons() {
    var message = ReleaseMessage.of(asking("Add a table", found("1 change to production", 1)));
    var said = message.toString();

    assertThat(said)
        .contains("Release 7 of shop", "*ada asks to promote build 42 to production*")
        .contains("1 change to production", "1 added, 0 modified, 0 removed")
        .contains("*HIGH* Table: Its data is lost.")
        .contains("`%s` Add a table (Ada)".formatted("a".repeat(7)))
        .contains("Asked for by ada", "0 of 2 approvals", "open until <!date^");
    var buttons = last(message).path("elements");
    assertThat(names(buttons)).containsExactly("review", "approve", "reject");
    assertThat(buttons.path(0).path("url").asText()).isEqualTo(PAGE);
    assertThat(buttons.path(1).at("/confirm/text/text").asText())
        .isEqualTo(
            "Project shop: promote build 42 to production? The review has all that it changes.");
    assertThat(Question.decode(buttons.path(2).path("value").asText()))
        .contains(new Question(SHOP, 7, DIGEST));
  }

  @Test
  void whatCameFromOutsideMentionsAndLinksNothing() {
    var found = new Found(EVIL, RiskLevel.HIGH, "1 added", List.of(reason(EVIL, EVIL)), 0);
    var text = text(Notice.Kind.ASKED, release("evil"), List.of(commit(EVIL, EVIL)), found, open());

    texts(ReleaseMessage.of(text))
        .forEach(
            said ->
                assertThat(said.replaceAll("<!date\\^[^>]*>", ""))
                    .doesNotContain("<", "\u2060*bold*x")
                    .doesNotContain(" *bold*"));
  }

  @Test
  void whatIsLongIsCutByRankAndCounted() {
    var reasons = Collections.nCopies(8, reason("Table".repeat(60), "&".repeat(900)));
    var commits = Collections.nCopies(10, commit("<".repeat(200), ">".repeat(100)));
    var found = new Found("&".repeat(5_000), RiskLevel.HIGH, "1 added", reasons, 400);
    var message =
        ReleaseMessage.of(text(Notice.Kind.ASKED, release("ada"), commits, found, open()));

    assertWithinLimits(message);
    assertThat(message.toString()).contains("and 400 more");
  }

  @Test
  void whenItIsOverItSaysHowAndAsksNothing() {
    var decision = new Decision(Approval.Status.REJECTED, "bob", "Not on Friday. <!here>", NOW);
    var release = release("ada").decided(decision, NOW);
    var closed =
        new Approval(SHOP, 7, DIGEST, Quorum.ONE, List.of(), NOW, NOW.plusSeconds(9), decision);
    var message = ReleaseMessage.of(text(Notice.Kind.CLOSED, release, List.of(), null, closed));

    assertThat(message.toString())
        .contains("*bob rejected ", "> Not on Friday. &lt;!here&gt;")
        .doesNotContain("open until");
    assertThat(names(last(message).path("elements"))).containsExactly("review");
  }

  @Test
  void aCodeIsToldWithWhomItIsFor() {
    assertThat(ReleaseMessage.code("ada", "K7QF-2M9X").toString()).contains("`K7QF-2M9X`", "ada");
  }

  static void assertWithinLimits(JsonNode message) {
    assertThat(message.path("blocks").size()).isLessThanOrEqualTo(BlockKit.MOST_BLOCKS);
    for (var block : message.path("blocks")) {
      int most = block.path("type").asText().equals("header") ? 150 : 3_000;
      assertThat(block.at("/text/text").asText()).hasSizeLessThanOrEqualTo(most);
    }
  }

  private static NoticeText asking(String commit, Found found) {
    return text(Notice.Kind.ASKED, release("ada"), List.of(commit(commit, "Ada")), found, open());
  }

  private static NoticeText text(
      Notice.Kind kind,
      Release release,
      List<Commit> commits,
      @Nullable Found found,
      Approval approval) {
    return new NoticeText(kind, release, NOW, found, commits, 0, approval, PAGE);
  }

  private static Approval open() {
    var quorum = new Quorum(2, Set.of(), Set.of(), true, false);
    return Approval.asked(SHOP, 7, DIGEST, quorum, NOW, Duration.ofDays(7));
  }

  private static Release release(String by) {
    return Release.requested(
        SHOP, 7, Release.Kind.PROMOTION, StageName.PRODUCTION, StageName.DEV, 42, 41, by, NOW);
  }

  private static Commit commit(String message, String author) {
    return new Commit("a".repeat(40), "main", message, author, Set.of());
  }

  private static Found found(String headline, int risks) {
    var reasons = Collections.nCopies(risks, reason("Table", "Its data is lost."));
    return new Found(headline, RiskLevel.HIGH, "1 added, 0 modified, 0 removed", reasons, 0);
  }

  private static Reason reason(String about, String why) {
    return new Reason(RiskLevel.HIGH, about, why);
  }

  private static JsonNode last(JsonNode message) {
    var blocks = message.path("blocks");
    return blocks.path(blocks.size() - 1);
  }

  private static List<String> names(JsonNode buttons) {
    return StreamSupport.stream(buttons.spliterator(), false)
        .map(button -> button.path("action_id").asText())
        .toList();
  }

  private static List<String> texts(JsonNode message) {
    return IntStream.range(0, message.path("blocks").size())
        .mapToObj(i -> message.path("blocks").path(i))
        .map(block -> block.at("/text/text").asText() + block.at("/elements/0/text").asText())
        .toList();
  }
}
