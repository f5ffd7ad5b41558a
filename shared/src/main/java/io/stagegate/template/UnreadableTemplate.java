package io.stagegate.template;

/** Ends the reading of a template; never leaves {@link TemplateReader}. */
final class UnreadableTemplate extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  UnreadableTemplate(int line, int column, String reason) {
    super(reason, null, false, false);
    this.line = line;
    this.column = column;
  }

  TemplateRead.Unreadable result() {
    return new TemplateRead.Unreadable(line, column, String.valueOf(getMessage()));
  }
}
