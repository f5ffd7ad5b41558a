package io.stagegate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * An SDK answer as the JSON that the AWS CLI prints for it: the API's own member names, enum values
 * as they came over the wire, members that are absent left out.
 */
final class SdkJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SdkJson() {}

  static ObjectNode of(SdkPojo answer) {
    var object = JSON.objectNode();
    for (SdkField<?> field : answer.sdkFields()) {
      var value = field.getValueOrDefault(answer);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        object.set(field.memberName(), node(value));
      }
    }
    return object;
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> JSON.nullNode();
      case SdkPojo pojo -> of(pojo);
      case Collection<?> items -> {
        var array = JSON.arrayNode();
        items.forEach(item -> array.add(node(item)));
        yield array;
      }
      case Map<?, ?> entries -> {
        var object = JSON.objectNode();
        entries.forEach((name, entry) -> object.set(String.valueOf(name), node(entry)));
        yield object;
      }
      case Boolean bool -> JSON.booleanNode(bool);
      case Number number -> JSON.numberNode(new BigDecimal(number.toString()));
      case Instant instant -> JSON.textNode(instant.toString());
      default -> JSON.textNode(value.toString());
    };
  }
}
