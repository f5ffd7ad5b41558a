package io.stagegate.review;

import java.util.Comparator;

/** The order in which properties and their causes are listed. */
final class PropertyOrder {
  static final Comparator<PropertyChange> ORDER =
      Comparator.comparing(PropertyChange::recreation)
          .reversed()
          .thenComparing(property -> !property.attribute().equals("Properties"))
          .thenComparing(PropertyChange::label)
          .thenComparing(PropertyChange::attribute);
  static final Comparator<Cause> CAUSES =
      Comparator.comparing(Cause::evaluation)
          .thenComparing(cause -> String.valueOf(cause.source()))
          .thenComparing(cause -> String.valueOf(cause.entity()));

  private PropertyOrder() {}
}
