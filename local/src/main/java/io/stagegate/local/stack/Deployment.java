package io.stagegate.local.stack;

import io.stagegate.local.function.FunctionSpec;
import java.util.List;
import java.util.Map;

/**
 * A deployed stack.
 *
 * @param stackName its name
 * @param outputs its outputs
 * @param functions its Java functions, as Lambda knows them
 */
public record Deployment(
    String stackName, Map<String, String> outputs, List<FunctionSpec> functions) {
  public Deployment {
    outputs = Map.copyOf(outputs);
    functions = List.copyOf(functions);
  }

  /**
   * One output.
   *
   * @throws IllegalStateException when the stack has none of that name
   */
  public String output(String name) {
    String value = outputs.get(name);
    if (value == null) {
      throw new IllegalStateException("stack " + stackName + " has no output " + name);
    }
    return value;
  }
}
