package io.stagegate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That one person is told one thing about a release, in one channel. It stays as the record of it.
 *
 * @param round tells apart notices of a kind: when what they tell of was written, in milliseconds
 * @param place a Slack channel to tell them in; null: where they are reached themselves
 * @param attempts how it went; {@code nextAt} counts while it waits
 * @param sentAt null unless sent
 */
public record Notice(
    ProjectId project,
    int release,
    Kind kind,
    long round,
    Login to,
    Channel channel,
    @Nullable String place,
    State state,
    Attempts attempts,
    Instant createdAt,
    @Nullable Instant sentAt) {
  /** What people are told. */
  public enum Kind {
    /** Their word is asked for. */
    ASKED,
    /** It is still asked for. */
    REMINDER,
    /** The question ended, however it did. */
    CLOSED,
    /** The release ended, however it did. */
    ENDED
  }

  /** A way to tell people something outside of the console. */
  public enum Channel {
    /** To a mail address. */
    MAIL(
        // What the browsers' own check of input type=email takes (HTML Standard, "valid e-mail
        // address"), at most 254 characters (RFC 5321, 4.5.3.1.3).
        "(?=.{3,254}$)[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(\\.[a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*",
        "a mail address is one like name@example.com"),
    /** To a Slack user, by the id that Slack gives them. */
    SLACK("[UW][A-Z0-9]{2,20}", "a Slack user id is one like U012AB3CD");

    private final Pattern shape;
    private final String otherwise;

    Channel(String shape, String otherwise) {
      this.shape = Pattern.compile(shape);
      this.otherwise = otherwise;
    }

    /**
     * Reads an address of this kind.
     *
     * @throws IllegalArgumentException with the reason, where it is none
     */
    public String address(String text) {
      var stripped = text.strip();
      if (!shape.matcher(stripped).matches()) {
        throw new IllegalArgumentException(otherwise);
      }
      return stripped;
    }

    /** As people and programs write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@link #word} writes.
     *
     * @throws IllegalArgumentException where it is none, naming those there are
     */
    public static Channel ofWord(String word) {
      for (var channel : values()) {
        if (channel.word().equals(word)) {
          return channel;
        }
      }
      throw new IllegalArgumentException("a contact is mail or slack");
    }
  }

  /** Where a notice stands. */
  public enum State {
    WAITING,
    SENT,
    /** Not sent, for the reason that the last attempt left. */
    GIVEN_UP
  }

  /** After so long what could not be sent is given up. */
  public static final Duration WORTH_TRYING = Duration.ofHours(24);

  public static Notice waiting(
      ProjectId project,
      int release,
      Kind kind,
      long round,
      Login to,
      Channel channel,
      @Nullable String place,
      Instant now) {
    return new Notice(
        project,
        release,
        kind,
        round,
        to,
        channel,
        place,
        State.WAITING,
        Attempts.first(now),
        now,
        null);
  }

  /** Its name within its release: the same for a repeat of what it tells of. */
  public String id() {
    return "%s#%015d#%s#%s".formatted(kind, round, channel, to);
  }

  /** Whether it is to be sent now. */
  public boolean due(Instant now) {
    return state == State.WAITING && attempts.due(now);
  }

  /** Somebody sends it now. */
  public Notice begun(Instant now) {
    return with(State.WAITING, attempts.begun(now), null);
  }

  public Notice sent(Instant now) {
    return with(State.SENT, attempts, now);
  }

  /** It could not be sent: it waits again, or is given up when it is too old. */
  public Notice failed(String why, Duration atLeast, Instant now) {
    var worth = now.isBefore(createdAt.plus(WORTH_TRYING));
    return with(worth ? State.WAITING : State.GIVEN_UP, attempts.failed(why, atLeast, now), null);
  }

  /** It is not to be sent any more, for a reason. */
  public Notice givenUp(String why, Instant now) {
    return with(State.GIVEN_UP, attempts.failed(why, Duration.ZERO, now), null);
  }

  private Notice with(State state, Attempts attempts, @Nullable Instant sentAt) {
    return new Notice(
        project, release, kind, round, to, channel, place, state, attempts, createdAt, sentAt);
  }
}
