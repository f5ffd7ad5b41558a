package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource change as the answers give it, all answers of it merged; words not yet interpreted.
 *
 * @param details CloudFormation's Details, each once
 * @param before BeforeContext as a tree; missing where there is none, a text where it is no JSON
 * @param nestedId id of the nested change set that the row stands for
 * @param drift ResourceDriftStatus
 * @param unknown members and words that this version does not know
 */
record Row(
    String stack,
    String action,
    String logicalId,
    @Nullable String physicalId,
    String type,
    @Nullable String replacement,
    @Nullable String policyAction,
    List<String> scope,
    List<JsonNode> details,
    JsonNode before,
    JsonNode after,
    @Nullable String nestedId,
    @Nullable String drift,
    int hooks,
    List<String> unknown) {

  static final String NESTED_STACK = "AWS::CloudFormation::Stack";

  boolean modify() {
    return action.equals("Modify");
  }

  boolean remove() {
    return action.equals("Remove");
  }

  /** True for a stack in a stack; an application of SAM's becomes one. */
  boolean nestedStack() {
    return type.equals(NESTED_STACK) || type.equals("AWS::Serverless::Application");
  }
}
