package io.stagegate.review.policy;

import java.util.List;
import java.util.Locale;

/**
 * One key of a Condition with its operator: any of the values fulfils it, none of them where the
 * operator is negated.
 *
 * @param key as it is written; its case means nothing
 * @param values sorted, each once
 */
record Clause(Operator operator, String key, List<String> values) {

  Clause {
    values = List.copyOf(values);
  }

  boolean sameKey(Clause other) {
    return key.equalsIgnoreCase(other.key);
  }

  /** True where every request that fulfils {@code inner} fulfils this one too. */
  boolean impliedBy(Clause inner) {
    if (!sameKey(inner)) {
      return false;
    }
    if (operator.base().equals("null") && values.equals(List.of("false"))) {
      return inner.operator.needsKey() || equals(inner);
    }
    return operator.includes(inner.operator)
        && (operator.not() ? allIn(values, inner.values) : allIn(inner.values, values));
  }

  private boolean allIn(List<String> few, List<String> many) {
    return few.stream().allMatch(one -> many.stream().anyMatch(each -> operator.covers(each, one)));
  }

  /** What of this clause a stricter one leaves out, in words; empty where it can't be listed. */
  String beyond(Clause stricter) {
    if (!operator.includes(stricter.operator)) {
      return "";
    }
    List<String> more = operator.not() ? stricter.values : values;
    List<String> less = operator.not() ? values : stricter.values;
    List<String> beyond = more.stream().filter(one -> !allIn(List.of(one), less)).toList();
    return beyond.isEmpty()
        ? ""
        : (operator.not() ? "no longer without " : "also ") + Texts.list(beyond);
  }

  /**
   * True where it holds a request to fixed places, networks or owners, so that a principal of
   * {@code *} is not everybody.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
   *     meaning of "public"</a>
   */
  boolean bounds() {
    return operator.needsKey()
        && switch (key.toLowerCase(Locale.ROOT)) {
          case "aws:sourceip", "aws:vpcsourceip" ->
              values.stream().noneMatch(v -> Cidr.of(v).map(Cidr::everywhere).orElse(false));
          case "aws:principalorgid",
              "aws:principalorgpaths",
              "aws:principalarn",
              "aws:principalaccount",
              "aws:userid",
              "aws:sourcearn",
              "aws:sourceaccount",
              "aws:sourceowner",
              "aws:sourceorgid",
              "aws:sourceorgpaths",
              "aws:sourcevpc",
              "aws:sourcevpce",
              "aws:vpceaccount",
              "aws:vpceorgid",
              "s3:dataaccesspointaccount",
              "s3:dataaccesspointarn",
              "kms:calleraccount",
              "sns:endpoint",
              "lambda:eventsourcetoken" ->
              values.stream().noneMatch(v -> v.startsWith("*") || v.startsWith("arn:*"));
          default -> false;
        };
  }
}
