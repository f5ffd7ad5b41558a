package io.stagegate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/** Everything CloudFormation tells of a change set, which comes in pages and in two versions. */
final class ChangeSetPages {
  private final CloudFormationClient client;

  ChangeSetPages(CloudFormationClient client) {
    this.client = client;
  }

  /**
   * All pages of a change set and of its nested ones, with property values and without: each tells
   * what the other leaves out.
   *
   * @throws IllegalStateException where one of them is gone
   */
  List<JsonNode> all(String changeSetId) {
    List<JsonNode> pages = new ArrayList<>();
    add(changeSetId, true, pages);
    add(changeSetId, false, pages);
    return pages;
  }

  /** Adds every page of a change set, then those of each nested one that its changes name. */
  private void add(String changeSetId, boolean values, List<JsonNode> pages) {
    List<String> nested = new ArrayList<>();
    String next = null;
    do {
      var from = next;
      var answer =
          page(changeSetId, values, from)
              .orElseThrow(
                  () -> new IllegalStateException("the change set is gone: " + changeSetId));
      var json = SdkJson.of(answer);
      if (!(json.get("Changes") instanceof ArrayNode)) {
        json.putArray("Changes");
      }
      pages.add(json);
      answer.changes().stream()
          .filter(change -> change.resourceChange() != null)
          .map(change -> change.resourceChange().changeSetId())
          .filter(id -> id != null && !id.isEmpty())
          .forEach(nested::add);
      next = answer.nextToken();
    } while (next != null && !next.isEmpty());
    nested.forEach(id -> add(id, values, pages));
  }

  /** One page; empty where there is no such change set. */
  Optional<DescribeChangeSetResponse> page(
      String changeSetId, boolean values, @Nullable String next) {
    try {
      return Optional.of(
          AwsCalls.call(
              () ->
                  client.describeChangeSet(
                      request ->
                          request
                              .changeSetName(changeSetId)
                              .includePropertyValues(values)
                              .nextToken(next))));
    } catch (ChangeSetNotFoundException e) {
      return Optional.empty();
    }
  }
}
