package io.stagegate.functions.build.packaging;

import io.stagegate.model.Failure;
import java.io.Serial;

/** Ends a packaging from deep inside a template; never leaves {@link Packager}. */
final class PackagingException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String where;

  PackagingException(String what, String where) {
    super(what);
    this.where = where;
  }

  Failure failure() {
    return new Failure(String.valueOf(getMessage()), where);
  }
}
