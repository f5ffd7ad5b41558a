package io.stagegate.model;

/**
 * Where somebody came from. A {@link Person} carries it, so that whoever acts for one can write it
 * down: each door makes its own, {@code new Origin(Channel.MAIL, request.source())}.
 *
 * @param address the network address as API Gateway saw it; empty where there is none
 */
public record Origin(Channel channel, String address) {
  /** Stagegate itself. */
  public static final Origin SYSTEM = new Origin(Channel.SYSTEM, "");
}
