package io.stagegate.local.function;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One Lambda function, as Lambda itself knows it.
 *
 * @param name the function's name
 * @param arn its ARN
 * @param handler the Java handler, {@code package.Class::method}
 * @param zip the deployment package: classes at its root, libraries in {@code lib/}
 * @param memoryMegabytes its memory
 * @param timeout how long one invocation may take
 * @param environment its own variables, from the template; nothing else is added but what Lambda
 *     sets for every function
 */
public record FunctionSpec(
    String name,
    String arn,
    String handler,
    Path zip,
    int memoryMegabytes,
    Duration timeout,
    Map<String, String> environment) {
  public FunctionSpec {
    environment = Map.copyOf(environment);
  }
}
