package io.stagegate.review;

import org.jspecify.annotations.Nullable;

/**
 * Why a property changes.
 *
 * @param source CloudFormation's ChangeSource as it says it, such as {@code ResourceAttribute};
 *     null where it says none
 * @param entity the parameter, resource or {@code Resource.Attribute} that causes it
 */
public record Cause(@Nullable String source, @Nullable String entity, Evaluation evaluation) {

  boolean follows() {
    return entity != null
        && ("ResourceReference".equals(source) || "ResourceAttribute".equals(source));
  }

  /** The logical id that the entity belongs to: {@code Topic} of {@code Topic.TopicName}. */
  String resource() {
    if (entity == null) {
      return "";
    }
    int dot = entity.indexOf('.');
    return dot < 0 ? entity : entity.substring(0, dot);
  }
}
