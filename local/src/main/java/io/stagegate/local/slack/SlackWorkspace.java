package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What is said in the workspace: messages, answers that one person sees, and open forms. */
public final class SlackWorkspace {
  static final String TEAM = "T0STANDIN";
  static final String APP = "A0STANDIN";

  /** The channel that is there from the start. */
  static final String CHANNEL = "C0RELEASES";

  private static final int MOST = 500;

  private final ReentrantLock lock = new ReentrantLock();
  private final TreeMap<String, Message> messages = new TreeMap<>();
  private final TreeMap<String, View> views = new TreeMap<>();
  private final Set<String> channels = new TreeSet<>(Set.of(CHANNEL));
  private long count;

  /**
   * A message.
   *
   * @param channel a channel's id, or that of a conversation with one person: {@code D} and the
   *     rest of theirs
   * @param content what was posted
   * @param answers what single people were answered, by their id
   * @param updates how often it was changed
   */
  public record Message(
      String channel,
      String ts,
      ObjectNode content,
      List<Map.Entry<String, JsonNode>> answers,
      int updates) {}

  /** An open form of one person. */
  public record View(String id, String user, ObjectNode view) {}

  /** Invites the app to a channel. */
  void invite(String channel) {
    locked(() -> channels.add(channel));
  }

  /** The conversation that a message to this address goes to; empty where the app is in none. */
  Optional<String> conversation(String address) {
    if (address.matches("[UW][A-Z0-9]{2,20}")) {
      return Optional.of("D" + address.substring(1));
    }
    boolean known = address.matches("D[A-Z0-9]{2,20}") || locked(() -> channels.contains(address));
    return known ? Optional.of(address) : Optional.empty();
  }

  Message post(String channel, ObjectNode content) {
    return locked(
        () -> {
          var ts = "%d.%06d".formatted(System.currentTimeMillis() / 1000, ++count);
          var message = new Message(channel, ts, content, List.of(), 0);
          messages.put(ts, message);
          if (messages.size() > MOST) {
            messages.pollFirstEntry();
          }
          return message;
        });
  }

  /** Changes a message; empty where there is none. */
  Optional<Message> update(String channel, String ts, ObjectNode content) {
    return locked(
        () ->
            Optional.ofNullable(
                messages.computeIfPresent(
                    ts,
                    (key, old) ->
                        old.channel().equals(channel)
                            ? new Message(channel, ts, content, old.answers(), old.updates() + 1)
                            : old)));
  }

  void answer(String ts, String user, JsonNode answer) {
    locked(
        () ->
            messages.computeIfPresent(
                ts,
                (key, old) -> {
                  var answers = new ArrayList<>(old.answers());
                  answers.add(Map.entry(user, answer));
                  return new Message(old.channel(), ts, old.content(), answers, old.updates());
                }));
  }

  Optional<Message> message(String ts) {
    return locked(() -> Optional.ofNullable(messages.get(ts)));
  }

  /** All of them, the newest in front. */
  List<Message> messages() {
    return locked(() -> List.copyOf(messages.descendingMap().values()));
  }

  View open(String user, ObjectNode view) {
    return locked(
        () -> {
          var opened = new View("V%09d".formatted(++count), user, view);
          views.put(opened.id(), opened);
          return opened;
        });
  }

  void change(View opened, ObjectNode view) {
    locked(() -> views.put(opened.id(), new View(opened.id(), opened.user(), view)));
  }

  void close(String id) {
    locked(() -> views.remove(id));
  }

  Optional<View> view(String id) {
    return locked(() -> Optional.ofNullable(views.get(id)));
  }

  /** The form that somebody opened last and has not closed. */
  Optional<View> openOf(String user) {
    return locked(
        () ->
            views.descendingMap().values().stream()
                .filter(view -> view.user().equals(user))
                .findFirst());
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
