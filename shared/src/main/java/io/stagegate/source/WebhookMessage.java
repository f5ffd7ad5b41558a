package io.stagegate.source;

import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import io.stagegate.store.Codec;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A webhook delivery that was verified, on its way through the intake queue: only what a decision
 * needs, so that any delivery fits a message.
 *
 * @param version the shape of this message, {@value #VERSION}
 * @param delivery the {@code X-GitHub-Delivery} header; a redelivery keeps it
 * @param project the project whose address and secret it came with
 * @param event the {@code X-GitHub-Event} header: {@code push}, {@code ping}
 * @param ref the full ref of a push; empty for other events
 * @param deleted whether a push deleted the ref
 * @param after the sha the ref points to now; empty for other events
 * @param message the head commit's message; empty where there is none
 * @param author the name of its author; empty where there is none
 * @param receivedAt when the webhook function took it
 */
public record WebhookMessage(
    int version,
    String delivery,
    ProjectId project,
    String event,
    String ref,
    boolean deleted,
    String after,
    String message,
    String author,
    Instant receivedAt) {
  public static final int VERSION = 1;
  public static final String PUSH = "push";
  public static final String PING = "ping";

  /** A message carries at most this much of a commit's message; a build shows less. */
  private static final int LONGEST_MESSAGE = 1_000;

  public WebhookMessage {
    for (var text : new String[] {delivery, event, ref, after, message, author}) {
      java.util.Objects.requireNonNull(text, "a webhook message lacks a member");
    }
    java.util.Objects.requireNonNull(project, "project");
    java.util.Objects.requireNonNull(receivedAt, "receivedAt");
    message = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
  }

  /** The message for a push. */
  public static WebhookMessage ofPush(
      String delivery, ProjectId project, Push push, Instant receivedAt) {
    return new WebhookMessage(
        VERSION,
        delivery,
        project,
        PUSH,
        push.ref(),
        push.deleted(),
        push.after(),
        push.message(),
        push.author(),
        receivedAt);
  }

  /** The message for any other event. */
  public static WebhookMessage ofEvent(
      String delivery, ProjectId project, String event, Instant receivedAt) {
    return new WebhookMessage(VERSION, delivery, project, event, "", false, "", "", "", receivedAt);
  }

  /** What a push says; empty for any other event. */
  public Optional<Push> push() {
    return event.equals(PUSH)
        ? Optional.of(new Push(ref, deleted, after, message, author))
        : Optional.empty();
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
