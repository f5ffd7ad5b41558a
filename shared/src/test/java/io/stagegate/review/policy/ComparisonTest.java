package io.stagegate.review.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one policy allows or forbids that another does not. */
class ComparisonTest {
  private static final String NONE = "-";

  static Policy policy(String statements) {
    if (statements.equals(NONE)) {
      return Policy.EMPTY;
    }
    return Policy.of(Yaml.tree("{Statement: [" + statements + "]}"));
  }

  private static String words(List<Gain> gains) {
    List<String> words = new ArrayList<>();
    for (Gain gain : gains) {
      Statement s = gain.statement();
      String who = s.who().given() ? element(s.who()) + " " : "";
      String freed = gain.stricter() == null ? "" : " " + s.conditions().widerThan(gain.stricter());
      words.add(who + element(s.actions()) + " " + element(s.resources()) + freed);
    }
    return words.isEmpty() ? NONE : String.join("; ", words);
  }

  private static String element(Element element) {
    return (element.not() ? "not " : "") + String.join(",", element.texts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a:b / x                         | a:b / x                      | -
          a:b / x                         | A:B / x                      | -
          a:* / x                         | a:b / x                      | -
          a:b / x                         | a:* / x                      | a:* x
          a:b / x*                        | a:b / xy                     | -
          a:b / x                         | a:b / x,y                    | a:b y
          a:b / X                         | a:b / x                      | a:b x
          a:b / x; a:c / y                | a:b,a:c / x,y                | a:b y; a:c x
          a:b / x                         | a:c,a:d / x,y; a:b / y       | a:c,a:d x,y; a:b y
          * / *                           | !iam:* / *                   | -
          !iam:* / *                      | !iam:* / *                   | -
          !iam:*,sts:* / *                | !iam:* / *                   | not iam:* *
          !iam:* / *                      | !iam:*,sts:* / *             | -
          !iam:* / *                      | s3:Get* / *                  | -
          !iam:* / *                      | i*:Get / *                   | i*:Get *
          !iam:* / *                      | iam:PassRole / *             | iam:PassRole *
          a:b / x                         | a:b / !x                     | a:b not x
          a:b / !x                        | a:b / y                      | -
          a:b / !x*                       | a:b / xy                     | a:b xy
          a:b / !x*                       | a:b / *                      | a:b *
          a:b / *                         | a:b / !x                     | -
          -                               | a:b / x                      | a:b x
          a:b / x                         | -                            | -
          """)
  void gains(String before, String after, String gains) {
    assertThat(words(new Comparison(policy(allow(before)), policy(allow(after))).gains()))
        .isEqualTo(gains);
    // What is gained one way is lost the other way.
    assertThat(words(new Comparison(policy(allow(after)), policy(allow(before))).losses()))
        .isEqualTo(gains);
    // The same holds for what is forbidden.
    String denies = allow(before).replace("Allow", "Deny");
    assertThat(
            words(
                new Comparison(policy(allow(after).replace("Allow", "Deny")), policy(denies))
                    .lifted()))
        .isEqualTo(gains);
    assertThat(
            words(
                new Comparison(policy(denies), policy(allow(after).replace("Allow", "Deny")))
                    .forbidden()))
        .isEqualTo(gains);
  }

  /** {@code a:b,a:c / x; !d:e / y} as statements that allow; {@code !} stands for Not. */
  private static String allow(String text) {
    if (text.equals(NONE)) {
      return NONE;
    }
    List<String> statements = new ArrayList<>();
    for (String each : text.split("; ")) {
      String[] sides = each.split(" / ");
      statements.add(
          "{Effect: Allow, "
              + element("Action", sides[0])
              + ", "
              + element("Resource", sides[1])
              + "}");
    }
    return String.join(", ", statements);
  }

  private static String element(String name, String text) {
    boolean not = text.startsWith("!");
    String[] values = (not ? text.substring(1) : text).split(",");
    return (not ? "Not" : "") + name + ": ['" + String.join("', '", values) + "']";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {AWS: '123456789012'}           | {AWS: 'arn:aws:iam::123456789012:root'}   | -
          {AWS: '*'}                      | '*'                                       | -
          '*'                             | {Service: s3.amazonaws.com}               | -
          {AWS: x}                        | {Service: x}                              | x
          {AWS: a}                        | {AWS: [a, b], Federated: c}               | b,c
          {AWS: a}                        | {AWS: 'a*'}                               | a*
          {AWS: 'a*'}                     | {AWS: ab}                                 | ab
          {Service: a}                    | '*'                                       | *
          """)
  void principals(String before, String after, String gains) {
    String statement = "{Effect: Allow, Action: a, Principal: %s}";
    String words =
        words(
            new Comparison(policy(statement.formatted(before)), policy(statement.formatted(after)))
                .gains());
    assertThat(words).isEqualTo(gains.equals(NONE) ? NONE : gains + " a ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {AWS: a} | {AWS: a}      | -
          {AWS: [a, b]} | {AWS: a} | not a
          {AWS: a} | {AWS: [a, b]} | -
          """)
  void everybodyBut(String before, String after, String gains) {
    String statement = "{Effect: Allow, Action: a, NotPrincipal: %s}";
    String words =
        words(
            new Comparison(policy(statement.formatted(before)), policy(statement.formatted(after)))
                .gains());
    assertThat(words).isEqualTo(gains.equals(NONE) ? NONE : gains + " a ");
  }

  @Test
  void conditionsThatWidenAreAGain() {
    String bare = "{Effect: Allow, Action: a, Resource: x}";
    String under = "{Effect: Allow, Action: a, Resource: x, Condition: {Bool: {k: 'true'}}}";
    assertThat(words(new Comparison(policy(under), policy(bare)).gains()))
        .isEqualTo("a x without the condition on k");
    assertThat(words(new Comparison(policy(bare), policy(under)).gains())).isEqualTo(NONE);
    assertThat(words(new Comparison(policy(bare + ", " + under), policy(bare)).gains()))
        .isEqualTo(NONE);
  }

  @Test
  void whatTheSamePolicyForbidsIsNotGained() {
    String deny = ", {Effect: Deny, Action: 'a:*', Resource: x}";
    String after = "{Effect: Allow, Action: 'a:b', Resource: [x, y]}";
    assertThat(words(new Comparison(Policy.EMPTY, policy(after + deny)).gains()))
        .isEqualTo("a:b y");
    String sometimes = deny.replace("x}", "x, Condition: {Bool: {k: 'true'}}}");
    assertThat(words(new Comparison(Policy.EMPTY, policy(after + sometimes)).gains()))
        .isEqualTo("a:b x,y");
  }

  @Test
  void aBranchThatMayHoldIsReadAsSuch() {
    String maybe = "!If [Prod, {Effect: Allow, Action: a, Resource: x}, !Ref 'AWS::NoValue']";
    String sure = "{Effect: Allow, Action: a, Resource: x}";
    Policy policy = policy(maybe);
    assertThat(policy.whole()).isTrue();
    assertThat(policy.statements())
        .singleElement()
        .satisfies(statement -> assertThat(statement.when()).isEqualTo("Prod"))
        .satisfies(statement -> assertThat(statement.known()).isFalse());
    assertThat(words(new Comparison(policy(maybe), policy(sure)).gains())).isEqualTo("a x");
    assertThat(words(new Comparison(policy(sure), policy(maybe)).gains())).isEqualTo(NONE);
    assertThat(words(new Comparison(policy(maybe), policy(maybe)).gains())).isEqualTo(NONE);
    Policy nested =
        Policy.of(
            Yaml.tree(
                "!If [A, {Statement: !If [B, {Effect: Deny, Action: a}, [{Effect: Allow, Action: a}]]}, !Ref 'AWS::NoValue']"));
    assertThat(nested.statements())
        .extracting(Statement::when)
        .containsExactly("A and B", "A and not B");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(policy("{Effect: !Ref E, Action: a}").whole()).isFalse();
    assertThat(policy("!Ref Parameter").whole()).isFalse();
    assertThat(Policy.of(Yaml.tree("!Ref Document")).whole()).isFalse();
    assertThat(Policy.of(Yaml.tree("text")).whole()).isFalse();
    assertThat(Policy.of(Yaml.tree("{}")).whole()).isTrue();
    assertThat(Policy.of(Yaml.tree("!Ref 'AWS::NoValue'")).whole()).isTrue();
    assertThat(Policy.EMPTY.and(policy("!Ref Parameter")).whole()).isFalse();
  }

  @Test
  void anUnknownTermIsOnlyTheSameAsItself() {
    String import1 = "{Effect: Allow, Action: a, Resource: !ImportValue a*}";
    assertThat(words(new Comparison(policy(import1), policy(import1)).gains())).isEqualTo(NONE);
    assertThat(
            new Comparison(policy(import1), policy("{Effect: Allow, Action: a, Resource: ab}"))
                .gains())
        .hasSize(1);
    assertThat(new Comparison(Policy.EMPTY, policy(import1)).gains().getFirst().statement().known())
        .isFalse();
    String either = "{Effect: Allow, Action: a, Resource: [!If [C, x, !Ref 'AWS::NoValue'], y]}";
    assertThat(words(new Comparison(Policy.EMPTY, policy(either)).gains())).isEqualTo("a x,y");
    String out = "{Effect: Allow, Action: a, NotResource: !ImportValue z}";
    assertThat(
            words(
                new Comparison(policy(out), policy("{Effect: Allow, Action: a, Resource: y}"))
                    .gains()))
        .isEqualTo("a y");
    String after = "{Effect: Allow, Action: a, Resource: 'arn:(known after deployment)'}";
    assertThat(new Comparison(Policy.EMPTY, policy(after)).gains().getFirst().statement().known())
        .isFalse();
  }

  @Test
  void holdersCountAsPrincipals() {
    Policy policy = policy("{Effect: Allow, Action: a, Resource: x}");
    Policy one = policy.heldBy(Elements.named(List.of("A")));
    Policy both = policy.heldBy(Elements.named(List.of("A", "B")));
    assertThat(words(new Comparison(one, both).gains())).isEqualTo("B a x");
    assertThat(words(new Comparison(both, one).losses())).isEqualTo("B a x");
    assertThat(both.heldBy(Elements.named(List.of("C")))).isEqualTo(both);
  }

  @Test
  void hugeStatementsAreComparedAsAWhole() {
    StringBuilder many = new StringBuilder("'a:0'");
    for (int i = 1; i < 100; i++) {
      many.append(", 'a:").append(i).append("'");
    }
    String statement = "{Effect: Allow, Action: [%s], Resource: [%s]}".formatted(many, many);
    assertThat(new Comparison(Policy.EMPTY, policy(statement)).gains()).hasSize(1);
    assertThat(new Comparison(policy(statement), policy(statement)).gains()).isEmpty();
  }
}
