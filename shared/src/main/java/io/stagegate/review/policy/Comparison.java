package io.stagegate.review.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two policies. Allows and Denies are compared apart, but what a Deny of the
 * same policy forbids is not gained.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Comparison {
  /** Stands where an element was taken out. */
  private static final Element OUT = new Element(false, true, List.of());

  /** Beyond so many pairs, statements are not looked at one by one. */
  private static final long MOST_PAIRS = 250_000;

  private final List<Statement> before;
  private final List<Statement> after;

  public Comparison(Policy before, Policy after) {
    this.before = before.statements();
    this.after = after.statements();
  }

  /** Allowed after, but not before. */
  public List<Gain> gains() {
    return missing(true, after, before);
  }

  /** Allowed before, but not after. */
  public List<Gain> losses() {
    return missing(true, before, after);
  }

  /** Forbidden before, but not after. */
  public List<Gain> lifted() {
    return missing(false, before, after);
  }

  /** Forbidden after, but not before. */
  public List<Gain> forbidden() {
    return missing(false, after, before);
  }

  private static List<Gain> missing(boolean allow, List<Statement> in, List<Statement> other) {
    if ((long) in.size() * other.size() > MOST_PAIRS) {
      return unequal(allow, in, other);
    }
    List<Gain> parts = new ArrayList<>();
    for (Statement statement : in) {
      boolean told =
          statement.allow() != allow || other.stream().anyMatch(each -> each.covers(statement));
      for (Statement part : told ? List.<Statement>of() : statement.parts()) {
        if (other.stream().noneMatch(each -> each.covers(part))
            && in.stream().noneMatch(deny -> allow && deny.forbids(part))) {
          parts.add(new Gain(part, under(part, other)));
        }
      }
    }
    return merged(parts);
  }

  /** The statements that the other has not word for word. */
  private static List<Gain> unequal(boolean allow, List<Statement> in, List<Statement> other) {
    Set<Statement> same = new HashSet<>(other);
    return in.stream()
        .filter(each -> each.allow() == allow && !(same.contains(each) && each.known()))
        .map(each -> new Gain(each, null))
        .toList();
  }

  private static @Nullable Conditions under(Statement part, List<Statement> other) {
    return other.stream()
        .filter(each -> each.coversBut(part))
        .map(Statement::conditions)
        .findFirst()
        .orElse(null);
  }

  /** Parts that differ in one element only become one statement again. */
  private static List<Gain> merged(List<Gain> parts) {
    List<Gain> gains = parts;
    for (Axis axis : List.of(Axis.RESOURCES, Axis.ACTIONS, Axis.WHO)) {
      gains = merged(gains, axis);
    }
    return gains;
  }

  private static List<Gain> merged(List<Gain> parts, Axis axis) {
    Map<Gain, List<Element>> merged = new LinkedHashMap<>();
    for (Gain part : parts) {
      Element element = axis.of(part.statement());
      // A negated element can't be put together with another one.
      boolean joins = element.given() && !element.not();
      Gain rest = joins ? with(part, axis, OUT) : part;
      merged.computeIfAbsent(rest, key -> new ArrayList<>()).add(element);
    }
    List<Gain> gains = new ArrayList<>();
    merged.forEach((rest, elements) -> gains.add(with(rest, axis, Element.together(elements))));
    return gains;
  }

  private static Gain with(Gain gain, Axis axis, Element element) {
    return new Gain(axis.with(gain.statement(), element), gain.stricter());
  }
}
