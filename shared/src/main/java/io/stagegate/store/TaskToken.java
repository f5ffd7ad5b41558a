package io.stagegate.store;

/**
 * The token a workflow waits with. It lies apart from what is shown, so that no page or event can
 * hold it by accident.
 */
public record TaskToken(String token) {
  @Override
  public String toString() {
    return "TaskToken[…]";
  }
}
