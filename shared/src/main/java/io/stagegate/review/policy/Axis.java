package io.stagegate.review.policy;

/** The elements along which a statement can be divided. */
enum Axis {
  WHO,
  ACTIONS,
  RESOURCES;

  Element of(Statement statement) {
    return switch (this) {
      case WHO -> statement.who();
      case ACTIONS -> statement.actions();
      case RESOURCES -> statement.resources();
    };
  }

  Statement with(Statement s, Element element) {
    return new Statement(
        s.allow(),
        this == WHO ? element : s.who(),
        this == ACTIONS ? element : s.actions(),
        this == RESOURCES ? element : s.resources(),
        s.conditions(),
        s.when());
  }
}
