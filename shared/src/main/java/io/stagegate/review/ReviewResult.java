package io.stagegate.review;

/** What came of reading change sets. */
public sealed interface ReviewResult {

  /** They could be read. */
  record Reviewed(Review review) implements ReviewResult {}

  /**
   * They are not what DescribeChangeSet answers.
   *
   * @param reason one plain sentence that names the document by its number, from 1
   */
  record Unreadable(String reason) implements ReviewResult {}
}
