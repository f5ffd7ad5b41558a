package io.stagegate.functions.audit;

/** A chain is not what was signed before. Nothing is signed then: somebody must look. */
final class BrokenChainException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenChainException(String sentence) {
    super(sentence);
  }
}
