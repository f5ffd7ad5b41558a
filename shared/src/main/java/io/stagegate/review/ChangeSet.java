package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change set, all its answers merged.
 *
 * @param parentId id of the change set it is nested in; null for a root
 * @param parameters values by name, the resolved one where there is one
 * @param applied its members that say what will be applied, for the digest; rows in {@code changes}
 * @param changes the raw changes in canonical form, sorted, each once
 */
record ChangeSet(
    ChangeSetInfo info,
    String key,
    @Nullable String parentId,
    @Nullable String stackId,
    List<Row> rows,
    Map<String, String> parameters,
    JsonNode applied,
    List<String> changes,
    List<Risk> risks) {

  boolean root() {
    return parentId == null;
  }

  String stack() {
    return info.stack() == null ? "" : info.stack();
  }
}
