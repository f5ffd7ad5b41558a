package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.CloudFormationDiff.Pair;
import io.stagegate.review.RecordedData.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Everything that cloudformation-diff finds in pairs of templates, the review tells too. The
 * figures stand in docs/review.md; {@code -Dcomparison.record=true} puts them there.
 */
class CloudFormationDiffTest {
  private static final List<String> OWN =
      List.of("permissions", "network", "replacements", "sections");
  private static final String BEGIN = "<!-- comparison -->\n";
  private static final String END = "<!-- end of comparison -->";

  @Test
  void findsNothingInOwnPairsThatTheReviewDoesNotTell() throws Exception {
    List<Pair> pairs = own();
    assertThat(compared(pairs).missed()).isEmpty();
  }

  @Test
  void findsNothingInRealCommitsThatTheReviewDoesNotTell() throws Exception {
    List<Pair> pairs = new ArrayList<>(own());
    RecordedData.entries("revisions").forEach(entry -> pairs.add(recorded(entry)));
    Tally tally = compared(pairs);
    assertThat(tally.missed()).isEmpty();
    String figures =
        "Over " + pairs.size() + " pairs of templates:\n\n" + tally.table() + "\n" + more(pairs);
    Path document = Path.of(System.getProperty("stagegate.root", ".."), "docs/review.md");
    String text = Files.readString(document);
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if (Boolean.getBoolean("comparison.record")) {
      Files.writeString(document, text.substring(0, from) + figures + text.substring(to));
      return;
    }
    assertThat(text.substring(from, to))
        .as("docs/review.md tells old figures; -Dcomparison.record=true puts in new ones")
        .isEqualTo(figures);
  }

  private static Tally compared(List<Pair> pairs) throws IOException, InterruptedException {
    JsonNode found = CloudFormationDiff.of(pairs);
    Tally tally = new Tally();
    for (int i = 0; i < pairs.size(); i++) {
      assertThat(found.get(i).path("name").asText()).isEqualTo(pairs.get(i).name());
      new Findings(pairs.get(i), review(pairs.get(i)), tally).look(found.get(i));
    }
    return tally;
  }

  /** What the review tells of the same pairs and the other comparison has no words for. */
  private static String more(List<Pair> pairs) {
    Map<RiskKind, Integer> kinds = new EnumMap<>(RiskKind.class);
    for (Pair pair : pairs) {
      review(pair).changes().stream()
          .flatMap(change -> change.risks().stream())
          .forEach(risk -> kinds.merge(risk.kind(), 1, Integer::sum));
    }
    StringBuilder table =
        new StringBuilder("| Told by the review alone | sentences |\n| --- | ---: |\n");
    for (RiskKind kind :
        List.of(
            RiskKind.DATA_LOSS,
            RiskKind.PUBLIC_ACCESS,
            RiskKind.ENCRYPTION,
            RiskKind.DOWNTIME,
            RiskKind.PROTECTION,
            RiskKind.COST)) {
      table
          .append("| ")
          .append(kind)
          .append(" | ")
          .append(kinds.getOrDefault(kind, 0))
          .append(" |\n");
    }
    return table.toString();
  }

  private static Review review(Pair pair) {
    return Reviews.of(
        new ReviewInput(
            List.of(), Map.of("", StackTemplates.of(pair.before(), pair.after())), "", Map.of()));
  }

  private static List<Pair> own() {
    return OWN.stream()
        .map(name -> new Pair(name, own(name, "before"), own(name, "after")))
        .toList();
  }

  private static io.stagegate.template.Template own(String name, String side) {
    return Reviews.template(
        RecordedData.text(
            Path.of("src/test/resources/io/stagegate/review/pairs", name, side + ".yaml")));
  }

  private static Pair recorded(Entry entry) {
    return new Pair(
        entry.toString(),
        Reviews.template(
            RecordedData.text(entry.folder().resolve(entry.index().path("old").asText()))),
        Reviews.template(
            RecordedData.text(entry.folder().resolve(entry.index().path("new").asText()))));
  }
}
