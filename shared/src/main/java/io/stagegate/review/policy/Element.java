package io.stagegate.review.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Principal, Action or Resource of a statement: some terms, or everything but them.
 *
 * @param given false where the statement has no such element: it then stands for everything that
 *     the policy can be about
 * @param not true for NotPrincipal, NotAction and NotResource
 * @param terms sorted, each once
 */
public record Element(boolean given, boolean not, List<Term> terms) {
  static final Element ABSENT = new Element(false, false, List.of(Term.ANY));

  public Element {
    terms = List.copyOf(terms);
  }

  /** True where it means everything there is. */
  public boolean everything() {
    return not ? terms.isEmpty() : terms.stream().anyMatch(Term::any);
  }

  /** True where all terms are known before the deployment. */
  public boolean known() {
    return terms.stream().allMatch(Term::known);
  }

  /** Its terms as people read them. */
  public List<String> texts() {
    return given ? terms.stream().map(Term::text).distinct().toList() : List.of();
  }

  /** True where everything that {@code inner} means is meant by this one too. */
  boolean covers(Element inner) {
    if (not && inner.not) {
      return terms.stream().allMatch(out -> inner.terms.stream().anyMatch(t -> t.covers(out)));
    }
    if (not) {
      return inner.terms.stream().noneMatch(in -> terms.stream().anyMatch(in::meets));
    }
    return inner.not
        ? everything()
        : inner.terms.stream().allMatch(in -> terms.stream().anyMatch(t -> t.covers(in)));
  }

  /** The smallest elements that are together the same; a negated one can't be divided. */
  List<Element> parts() {
    return not
        ? List.of(this)
        : terms.stream().map(term -> new Element(given, false, List.of(term))).toList();
  }

  /** All together; of negated ones, which must be equal, the first. */
  static Element together(List<Element> elements) {
    Element first = elements.getFirst();
    Set<Term> terms = new LinkedHashSet<>();
    elements.forEach(each -> terms.addAll(each.terms));
    return new Element(first.given, first.not, List.copyOf(terms));
  }
}
