package io.stagegate.local.road;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalSystem;
import java.io.IOException;
import software.amazon.awssdk.core.SdkBytes;

/** Functions as their schedule or their queue invokes them. */
final class Functions {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Functions() {}

  /**
   * Invokes one and gives its answer.
   *
   * @param name as in the template, {@code sweep}
   */
  static JsonNode invoke(LocalSystem system, String name, Object event) throws IOException {
    try (var lambda = system.clients().lambda()) {
      var payload = SdkBytes.fromByteArray(JSON.writeValueAsBytes(event));
      var answer =
          lambda.invoke(
              invoke ->
                  invoke
                      .functionName(system.deployment().stackName() + "-" + name)
                      .payload(payload));
      var text = answer.payload().asUtf8String();
      if (answer.functionError() != null) {
        throw new IllegalStateException(name + " failed: " + text);
      }
      return JSON.readTree(text);
    }
  }
}
