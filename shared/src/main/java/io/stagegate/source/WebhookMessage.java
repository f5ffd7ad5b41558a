package io.stagegate.source;

import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import io.stagegate.store.Codec;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A push that was verified, on its way through the intake queue: only what a decision needs, so
 * that any delivery fits a message.
 *
 * @param version the shape of this message, {@value #VERSION}
 * @param delivery the {@code X-GitHub-Delivery} header; a redelivery keeps it
 * @param project the project whose address and secret it came with
 * @param push what it says
 * @param receivedAt when the webhook function took it
 */
public record WebhookMessage(
    int version, String delivery, ProjectId project, Push push, Instant receivedAt) {
  public static final int VERSION = 1;

  /** A message carries at most this much of a commit's message; a build shows less. */
  private static final int LONGEST_MESSAGE = 1_000;

  public WebhookMessage {
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(project, "project");
    Objects.requireNonNull(receivedAt, "receivedAt");
    if (push.message().length() > LONGEST_MESSAGE) {
      push = push.withMessage(push.message().substring(0, LONGEST_MESSAGE));
    }
  }

  /** The message for a push. */
  public static WebhookMessage of(
      String delivery, ProjectId project, Push push, Instant receivedAt) {
    return new WebhookMessage(VERSION, delivery, project, push, receivedAt);
  }

  /** The message as JSON. */
  public String encode() {
    return Codec.write(this);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalArgumentException where it isn't that
   */
  public static WebhookMessage decode(String json) {
    @Nullable WebhookMessage message;
    try {
      message = Codec.read(json, WebhookMessage.class);
    } catch (UncheckedIOException e) {
      throw new IllegalArgumentException("not a webhook message", e);
    }
    if (message == null || message.version() != VERSION) {
      throw new IllegalArgumentException("not a webhook message of version " + VERSION);
    }
    return message;
  }
}
