package io.stagegate.review;

import io.stagegate.template.Template;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one stack is made from, now and after.
 *
 * @param before the deployed template; null where the stack is new or it could not be had
 * @param beforeParameters values by name; for an SSM parameter type the resolved value
 * @param afterParameters like before; what a change set tells of its parameters comes on top
 */
public record StackTemplates(
    @Nullable Template before,
    @Nullable Template after,
    Map<String, String> beforeParameters,
    Map<String, String> afterParameters) {

  /** Neither template is known. */
  public static final StackTemplates NONE = new StackTemplates(null, null, Map.of(), Map.of());

  public StackTemplates {
    beforeParameters = Map.copyOf(beforeParameters);
    afterParameters = Map.copyOf(afterParameters);
  }

  public static StackTemplates of(@Nullable Template before, @Nullable Template after) {
    return new StackTemplates(before, after, Map.of(), Map.of());
  }
}
