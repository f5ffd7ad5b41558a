package io.stagegate.review.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a Condition is wider than another one. */
class ConditionsTest {
  private static Conditions of(String yaml) {
    return Conditions.of(Yaml.tree(yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                     | {StringEquals: {k: a}}                   | true
          {StringEquals: {k: a}}                 | {}                                       | false
          {StringEquals: {k: a}}                 | {stringequals: {K: a}}                   | true
          {StringEquals: {k: [a, b]}}            | {StringEquals: {k: a}}                   | true
          {StringEquals: {k: a}}                 | {StringEquals: {k: [a, b]}}              | false
          {StringEquals: {k: a}}                 | {StringEquals: {j: a}}                   | false
          {StringEquals: {k: a}}                 | {StringEquals: {k: a, j: b}}             | true
          {StringEquals: {k: a, j: b}}           | {StringEquals: {k: a}}                   | false
          {StringLike: {k: a*}}                  | {StringLike: {k: ab*}}                   | true
          {StringLike: {k: ab*}}                 | {StringLike: {k: a*}}                    | false
          {StringLike: {k: a*}}                  | {StringEquals: {k: ab}}                  | true
          {StringEquals: {k: ab}}                | {StringLike: {k: ab}}                    | false
          {StringEqualsIgnoreCase: {k: AB}}      | {StringEquals: {k: ab}}                  | true
          {ArnLike: {k: arn:*}}                  | {ArnEquals: {k: arn:a}}                  | true
          {ArnEquals: {k: arn:*}}                | {ArnLike: {k: arn:a}}                    | true
          {StringNotEquals: {k: a}}              | {StringNotEquals: {k: [a, b]}}           | true
          {StringNotEquals: {k: [a, b]}}         | {StringNotEquals: {k: a}}                | false
          {StringNotLike: {k: ab*}}              | {StringNotLike: {k: a*}}                 | true
          {StringEquals: {k: a}}                 | {StringNotEquals: {k: a}}                | false
          {StringEqualsIfExists: {k: a}}         | {StringEquals: {k: a}}                   | true
          {StringEquals: {k: a}}                 | {StringEqualsIfExists: {k: a}}           | false
          {StringNotEquals: {k: a}}              | {StringNotEqualsIfExists: {k: a}}        | true
          {ForAllValues:StringEquals: {k: a}}    | {ForAllValues:StringEquals: {k: a}}      | true
          {ForAllValues:StringEquals: {k: a}}    | {ForAnyValue:StringEquals: {k: a}}       | false
          {ForAnyValue:StringEquals: {k: [a, b]}} | {ForAnyValue:StringEquals: {k: a}}      | true
          {IpAddress: {k: 10.0.0.0/8}}           | {IpAddress: {k: 10.1.0.0/16}}            | true
          {IpAddress: {k: 10.1.0.0/16}}          | {IpAddress: {k: 10.0.0.0/8}}             | false
          {IpAddress: {k: x}}                    | {IpAddress: {k: x}}                      | true
          {NotIpAddress: {k: 10.1.0.0/16}}       | {NotIpAddress: {k: 10.0.0.0/8}}          | true
          {NumericLessThan: {k: 10}}             | {NumericLessThan: {k: 5}}                | true
          {NumericLessThan: {k: 5}}              | {NumericLessThan: {k: 10}}               | false
          {NumericGreaterThanEquals: {k: 5}}     | {NumericGreaterThanEquals: {k: 10}}      | true
          {NumericLessThan: {k: x}}              | {NumericLessThan: {k: 5}}                | false
          {Null: {k: false}}                     | {StringEquals: {k: a}}                   | true
          {Null: {k: false}}                     | {StringEqualsIfExists: {k: a}}           | false
          {Null: {k: false}}                     | {StringNotEquals: {k: a}}                | false
          {Null: {k: false}}                     | {Null: {k: false}}                       | true
          {Null: {k: true}}                      | {StringEquals: {k: a}}                   | false
          {Bool: {k: true}}                      | {Bool: {k: True}}                        | true
          {Bool: {k: true}}                      | {Bool: {k: false}}                       | false
          {DateLessThan: {k: x}}                 | {DateLessThan: {k: x}}                   | true
          """)
  void covers(String outer, String inner, boolean covers) {
    assertThat(of(outer).covers(of(inner))).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                               | {Bool: {k: true}}              | without the condition on k
          {StringEquals: {k: [a, b]}}      | {StringEquals: {k: a}}         | under a wider condition on k (also b)
          {StringNotEquals: {k: a}}        | {StringNotEquals: {k: [a, b]}} | under a wider condition on k (no longer without b)
          {StringEqualsIfExists: {k: a}}   | {StringEquals: {k: a}}         | under a wider condition on k
          {StringLike: {k: a}}             | {NumericEquals: {k: a}}        | under a wider condition on k
          {Bool: {j: true}}                | {Bool: {k: true, j: true}}     | without the condition on k
          {}                               | {Bool: {k: true, j: true}}     | without the condition on j and without the condition on k
          {StringEquals: {k: a}}           | {StringEquals: {k: a}}         | ``
          """)
  void saysHowItIsWider(String now, String was, String words) {
    assertThat(of(now).widerThan(of(was))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {StringEquals: {aws:PrincipalOrgID: o-1}}         | true
          {ArnLike: {AWS:SourceArn: 'arn:aws:s3:::b'}}      | true
          {StringLike: {aws:SourceArn: '*'}}                | false
          {StringEqualsIfExists: {aws:SourceAccount: '1'}}  | false
          {StringNotEquals: {aws:SourceAccount: '1'}}       | false
          {IpAddress: {aws:SourceIp: 10.0.0.0/8}}           | true
          {IpAddress: {aws:SourceIp: 0.0.0.0/0}}            | false
          {Bool: {aws:SecureTransport: true}}               | false
          {}                                                | false
          """)
  void boundsAPrincipalOfEverybody(String condition, boolean bounds) {
    assertThat(of(condition).bounding()).isEqualTo(bounds);
  }

  @Test
  void namesItsKeys() {
    Conditions conditions = of("{Bool: {b: x, A: y}, Null: {b: true}}");
    assertThat(conditions.keys()).containsExactly("A", "b");
    assertThat(conditions.about("b")).isTrue();
    assertThat(conditions.about("c")).isFalse();
    assertThat(Texts.list(java.util.List.of("1", "2", "3", "4", "5", "6", "7")))
        .isEqualTo("1, 2, 3, 4, 5 and 2 more");
  }
}
