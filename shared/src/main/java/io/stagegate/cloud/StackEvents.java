package io.stagegate.cloud;

import io.stagegate.cloud.Stacks.StackEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds one operation's events among a stack's, without reading the stack's whole past. */
final class StackEvents {
  /** So many newer events of other operations are passed over at most. */
  private static final int MOST_OTHERS = 1_000;

  /** A stack has 500 resources at most, and each of them a handful of events. */
  private static final int MOST_EVENTS = 5_000;

  private StackEvents() {}

  /**
   * The events of an operation.
   *
   * @param newestFirst the stack's events, read only as far as needed
   * @param token the operation's
   */
  static List<StackEvent> of(
      Stream<software.amazon.awssdk.services.cloudformation.model.StackEvent> newestFirst,
      String token) {
    List<StackEvent> found = new ArrayList<>();
    int others = 0;
    var events = newestFirst.iterator();
    while (events.hasNext() && found.size() < MOST_EVENTS && others < MOST_OTHERS) {
      var event = events.next();
      if (token.equals(event.clientRequestToken())) {
        found.add(
            new StackEvent(
                event.eventId(),
                event.timestamp(),
                orEmpty(event.logicalResourceId()),
                orEmpty(event.physicalResourceId()),
                orEmpty(event.resourceType()),
                orEmpty(event.resourceStatusAsString()),
                orEmpty(event.resourceStatusReason())));
      } else if (found.isEmpty()) {
        others++;
      } else {
        break;
      }
    }
    return found;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
