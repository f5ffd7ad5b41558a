package io.stagegate.review;

/** Interprets CloudFormation's Replacement. It counts for a Modify alone. */
final class Replacements {
  private Replacements() {}

  static Replacement of(Row row) {
    String word = row.replacement();
    if (!row.modify() || word == null) {
      return Replacement.NONE;
    }
    return switch (word) {
      case "True" -> Replacement.WILL;
      case "False" -> Replacement.NONE;
      default -> Replacement.MAY;
    };
  }
}
