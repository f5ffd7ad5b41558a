package io.stagegate.local.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The last calls that would have changed something at GitHub; older ones are forgotten. */
public final class Recorded {
  private static final int MOST = 1000;

  private final ObjectMapper json = new ObjectMapper();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Call> calls = new ArrayDeque<>();
  private long count;

  /** One call; {@code number} counts from 1. */
  public record Call(long number, String method, String path, String body) {}

  long add(String method, String path, byte[] body) {
    lock.lock();
    try {
      count++;
      calls.addLast(new Call(count, method, path, new String(body, StandardCharsets.UTF_8)));
      if (calls.size() > MOST) {
        calls.removeFirst();
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  List<Call> all() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  /** As an array; a body that is JSON is shown as such. */
  ArrayNode json() {
    ArrayNode array = json.createArrayNode();
    for (Call call : all()) {
      ObjectNode node =
          array
              .addObject()
              .put("number", call.number())
              .put("method", call.method())
              .put("path", call.path());
      try {
        node.set("body", json.readTree(call.body()));
      } catch (IOException e) {
        node.put("body", call.body());
      }
    }
    return array;
  }
}
