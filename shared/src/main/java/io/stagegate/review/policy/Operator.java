package io.stagegate.review.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A condition operator, taken apart.
 *
 * @param quantifier {@code forallvalues}, {@code foranyvalue} or nothing
 * @param base what is compared and how, in small letters and without a negation: {@code
 *     stringequals} for StringNotEquals
 * @param not whether it is negated
 * @param ifExists whether it also holds where the key is absent
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Condition
 *     operators</a>
 */
record Operator(String quantifier, String base, boolean not, boolean ifExists) {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,9})?");

  static Operator of(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    int colon = word.indexOf(':');
    String quantifier = colon < 0 ? "" : word.substring(0, colon);
    String rest = word.substring(colon + 1);
    boolean ifExists = rest.endsWith("ifexists");
    String bare = ifExists ? rest.substring(0, rest.length() - "ifexists".length()) : rest;
    boolean not = bare.contains("not");
    String base = bare.replace("not", "");
    // Both ARN operators read wildcards and behave identically.
    return new Operator(quantifier, base.equals("arnequals") ? "arnlike" : base, not, ifExists);
  }

  /** True where a request without the key can't fulfil it. */
  boolean needsKey() {
    return !not && !ifExists && !base.equals("null") && !quantifier.equals("forallvalues");
  }

  /** Whether the same values under {@code inner} are at most as many requests as under this one. */
  boolean includes(Operator inner) {
    boolean comparable =
        base.equals(inner.base)
            || inner.base.equals("stringequals")
                && (base.equals("stringlike") || base.equals("stringequalsignorecase"));
    // A negated operator holds without its key anyway.
    boolean absent = ifExists || not || !inner.ifExists;
    return comparable && not == inner.not && quantifier.equals(inner.quantifier) && absent;
  }

  /** Whether what {@code inner} allows as a value is allowed by {@code outer} too. */
  boolean covers(String outer, String inner) {
    return switch (base) {
      case "stringlike", "arnlike" -> Glob.covers(outer, inner);
      case "stringequalsignorecase", "bool", "null" -> outer.equalsIgnoreCase(inner);
      case "ipaddress" ->
          Cidr.of(outer).flatMap(o -> Cidr.of(inner).map(o::covers)).orElse(outer.equals(inner));
      case "numericlessthan", "numericlessthanequals" -> outer.equals(inner) || less(inner, outer);
      case "numericgreaterthan", "numericgreaterthanequals" ->
          outer.equals(inner) || less(outer, inner);
      default -> outer.equals(inner);
    };
  }

  private static boolean less(String one, String other) {
    return NUMBER.matcher(one).matches()
        && NUMBER.matcher(other).matches()
        && new BigDecimal(one).compareTo(new BigDecimal(other)) <= 0;
  }
}
