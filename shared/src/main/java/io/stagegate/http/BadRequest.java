package io.stagegate.http;

/**
 * A request that can't be read: thrown while it is decoded, before any use case runs, and answered
 * with its status and sentence.
 */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  public BadRequest(int status, String detail) {
    super(detail);
    this.problem = Problem.of(status, detail);
  }

  public BadRequest(String detail) {
    this(400, detail);
  }

  /** For something that is named in the path and isn't there. */
  public static BadRequest notFound() {
    return new BadRequest(404, "There is nothing here.");
  }

  Problem problem() {
    return problem;
  }
}
