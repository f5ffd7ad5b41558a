package io.stagegate.review.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of one or several policy documents.
 *
 * @param whole false where a part can't be read before the deployment, such as one that a macro or
 *     an import gives
 */
public record Policy(List<Statement> statements, boolean whole) {
  public static final Policy EMPTY = new Policy(List.of(), true);

  public Policy {
    statements = List.copyOf(statements);
  }

  /**
   * A document as a tree, functions in their long form; what is JSON in a text is parsed before.
   */
  public static Policy of(JsonNode document) {
    return document.isMissingNode() || document.isNull()
        ? EMPTY
        : new PolicyReader().read(document);
  }

  public static Policy of(Statement statement) {
    return new Policy(List.of(statement), true);
  }

  public Policy and(Policy other) {
    List<Statement> both = new ArrayList<>(statements);
    both.addAll(other.statements);
    return new Policy(both, whole && other.whole);
  }

  /** The same for these principals, where statements name none of their own. */
  public Policy heldBy(Element holders) {
    return new Policy(statements.stream().map(each -> each.heldBy(holders)).toList(), whole);
  }
}
