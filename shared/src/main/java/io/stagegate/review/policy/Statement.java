package io.stagegate.review.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * One statement of a policy, in a form that two writings of the same meaning share.
 *
 * @param allow false for Deny
 * @param who principals; not given in an identity's own policy
 * @param when the template's condition that decides whether the statement is there at all, with
 *     {@code not} before it where it must not hold; empty where it is there in any case
 */
public record Statement(
    boolean allow,
    Element who,
    Element actions,
    Element resources,
    Conditions conditions,
    String when) {

  /** More parts than this are not looked at one by one. */
  private static final int MOST = 4_000;

  /** The same for these principals, where it names none of its own. */
  public Statement heldBy(Element holders) {
    return who.given() ? this : new Statement(allow, holders, actions, resources, conditions, when);
  }

  /** True where anybody at all is meant by its principals. */
  public boolean anybody() {
    return who.given() && (who.not() || who.everything());
  }

  /** True where all of it is known before the deployment. */
  public boolean known() {
    return when.isEmpty() && who.known() && actions.known() && resources.known();
  }

  /** True where some action that matches the pattern is meant. */
  public boolean includes(String action) {
    Term term = new Term(action, action, true);
    return actions.not()
        ? actions.terms().stream().noneMatch(out -> out.covers(term))
        : actions.terms().stream().anyMatch(in -> in.covers(term));
  }

  boolean covers(Statement inner) {
    return coversBut(inner) && conditions.covers(inner.conditions);
  }

  /** Like covers, with both conditions left out. */
  boolean coversBut(Statement inner) {
    return allow == inner.allow
        && (when.isEmpty() || when.equals(inner.when))
        && actions.covers(inner.actions)
        && resources.covers(inner.resources)
        && who.covers(inner.who);
  }

  /** True where this Deny takes away all that an Allow gives. */
  boolean forbids(Statement allowed) {
    return !allow && asAllow().covers(allowed);
  }

  private Statement asAllow() {
    return new Statement(true, who, actions, resources, conditions, when);
  }

  /** Statements of one principal, action and resource each that are together the same. */
  List<Statement> parts() {
    List<Element> whos = who.parts();
    List<Element> what = actions.parts();
    List<Element> where = resources.parts();
    if ((long) whos.size() * what.size() * where.size() > MOST) {
      return List.of(this);
    }
    List<Statement> parts = new ArrayList<>();
    for (Element w : whos) {
      for (Element a : what) {
        for (Element r : where) {
          parts.add(new Statement(allow, w, a, r, conditions, when));
        }
      }
    }
    return parts;
  }
}
