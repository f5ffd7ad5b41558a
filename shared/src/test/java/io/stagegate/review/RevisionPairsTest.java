package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.RecordedData.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real commits: two templates alone give what a plain comparison of them gives. */
class RevisionPairsTest {
  static Stream<Entry> pairs() {
    return RecordedData.entries("revisions").stream();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void findsWhatIsAddedRemovedAndModified(Entry pair) {
    StackTemplates templates =
        StackTemplates.of(
            Reviews.template(
                RecordedData.text(pair.folder().resolve(pair.index().path("old").asText()))),
            Reviews.template(
                RecordedData.text(pair.folder().resolve(pair.index().path("new").asText()))));

    Review review = Reviews.of(new ReviewInput(List.of(), Map.of("", templates), "", Map.of()));

    assertThat(ids(review, "Add")).isEqualTo(names(pair.index().path("added")));
    assertThat(ids(review, "Remove")).isEqualTo(names(pair.index().path("removed")));
    TreeSet<String> modified = new TreeSet<>();
    pair.index().path("modified").forEach(each -> modified.add(each.asText().split(" ")[0]));
    pair.index().path("type_changed").forEach(each -> modified.add(each.asText().split(":")[0]));
    assertThat(ids(review, "Modify")).isEqualTo(modified);
    for (JsonNode line : pair.index().path("modified")) {
      String[] parts = line.asText().split("\\): ");
      Change change =
          review.changes().stream()
              .filter(each -> each.logicalId().equals(parts[0].split(" ")[0]))
              .findFirst()
              .orElseThrow();
      // A parameter's new default may change more than what is written differently.
      assertThat(change.properties())
          .extracting(PropertyChange::label)
          .contains(parts[1].split(", "));
    }
    assertThat(review.executable()).isFalse();
    assertThat(ReviewCodec.decode(ReviewCodec.encode(review))).isEqualTo(review);
    assertThat(Reviews.everywhere(review)).isNotEmpty();
  }

  private static TreeSet<String> ids(Review review, String action) {
    TreeSet<String> ids = new TreeSet<>();
    review.changes().stream()
        .filter(change -> change.action().equals(action))
        .forEach(change -> ids.add(change.logicalId()));
    return ids;
  }

  private static TreeSet<String> names(JsonNode node) {
    TreeSet<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
