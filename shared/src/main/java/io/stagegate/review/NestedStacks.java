package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds nested stacks in answers, before they are reviewed. */
public final class NestedStacks {
  private NestedStacks() {}

  /**
   * The ids of the nested stacks that go away as a whole, or may. Their change set does not tell
   * what is in them: a review that is given their templates under these ids does.
   */
  public static Set<String> leaving(Collection<JsonNode> documents) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode document : documents) {
      for (JsonNode entry : document.path("Changes")) {
        Row row = RowMerge.row("", List.of(entry));
        boolean leaves = row.remove() || Replacements.of(row) != Replacement.NONE;
        String id = row.physicalId();
        if (row.nestedStack() && leaves && id != null && !id.isEmpty()) {
          ids.add(id);
        }
      }
    }
    return ids;
  }
}
