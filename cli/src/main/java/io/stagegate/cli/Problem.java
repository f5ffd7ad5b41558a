package io.stagegate.cli;

/**
 * Why an input can't be read.
 *
 * @param file as the caller named it
 * @param line from 1, or 0 where no line is to blame
 * @param column from 1, or 0 where no column is to blame
 * @param reason one plain sentence, without a full stop
 */
record Problem(String file, int line, int column, String reason) {

  /** With the file as a whole. */
  static Problem of(String file, String reason) {
    return new Problem(file, 0, 0, reason);
  }

  /** {@code file:line:column: reason}, as compilers write it and editors read it. */
  @Override
  public String toString() {
    String place = line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "";
    return file + place + ": " + reason;
  }
}
