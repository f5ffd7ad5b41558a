package io.stagegate.review;

/** How people call CloudFormation's types: {@code Table} of {@code DynamoDB}. */
final class TypeNames {
  private static final String SEPARATOR = "::";

  private TypeNames() {}

  /** {@code DynamoDB} for {@code AWS::DynamoDB::Table}, {@code Custom} for {@code Custom::Any}. */
  static String service(String type) {
    String own = type.startsWith("AWS::") ? type.substring("AWS::".length()) : type;
    int end = own.lastIndexOf(SEPARATOR);
    return end > 0 ? own.substring(0, end).replace(SEPARATOR, " ") : "Of no known service";
  }

  /** {@code Table} for {@code AWS::DynamoDB::Table}; a type without parts as it is. */
  static String kind(String type) {
    return type.substring(type.lastIndexOf(SEPARATOR) < 0 ? 0 : type.lastIndexOf(SEPARATOR) + 2);
  }
}
