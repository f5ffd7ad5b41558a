package io.stagegate.template;

/** What came of reading a template: a tree, or the place where it can't be read. */
public sealed interface TemplateRead {

  /** The template could be read. */
  record Parsed(Template template) implements TemplateRead {}

  /**
   * The template can't be read.
   *
   * @param line from 1, or 0 where no line is to blame
   * @param column from 1, or 0 where no column is to blame
   * @param reason one plain sentence
   */
  record Unreadable(int line, int column, String reason) implements TemplateRead {}
}
