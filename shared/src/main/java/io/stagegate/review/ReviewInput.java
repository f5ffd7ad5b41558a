package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Everything a review is made from.
 *
 * @param documents DescribeChangeSet answers as the AWS CLI prints them (and, if wanted, those of
 *     DescribeChangeSetHooks): the pages of one or several change sets and their nested ones, with
 *     or without property values, in any order
 * @param templates by stack name; the name {@code ""} stands for the only root stack. Nested stacks
 *     that go away are found by their id, too, or by the logical ids that lead to them ({@code
 *     shop/Orders})
 * @param target what people call the place that changes, such as {@code production}; empty where it
 *     has no name, the stack's is then used
 * @param material what else the digest covers, by name: hashes of package objects, stack versions
 */
public record ReviewInput(
    List<JsonNode> documents,
    Map<String, StackTemplates> templates,
    String target,
    Map<String, String> material) {

  public ReviewInput {
    documents = List.copyOf(documents);
    templates = Map.copyOf(templates);
    material = Map.copyOf(material);
  }

  public static ReviewInput of(List<JsonNode> documents) {
    return new ReviewInput(documents, Map.of(), "", Map.of());
  }
}
