package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls that an app makes: {@code chat.postMessage}, {@code chat.update}, {@code views.open},
 * and answers to who pressed something. The token is checked, and what Slack would refuse.
 */
final class SlackCalls {
  private static final int MAX_BODY = 1024 * 1024;

  private final ObjectMapper json = new ObjectMapper();
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final SlackWorkspace workspace;
  private final Triggers triggers;
  private final Supplier<@Nullable SlackApp> app;

  SlackCalls(SlackWorkspace workspace, Triggers triggers, Supplier<@Nullable SlackApp> app) {
    this.workspace = workspace;
    this.triggers = triggers;
    this.app = app;
  }

  /**
   * How one call fails.
   *
   * @param retryAfter in seconds, as Slack says with 429; 0 for not at all
   */
  record Trouble(int status, int retryAfter) {}

  /** Lets the next calls fail so, one each. */
  void fail(Trouble trouble, int times) {
    lock.lock();
    try {
      for (int i = 0; i < times; i++) {
        troubles.addLast(trouble);
      }
    } finally {
      lock.unlock();
    }
  }

  /** {@code POST /api/METHOD}. */
  void call(HttpExchange exchange, String method) throws IOException {
    var body = Http.body(exchange, MAX_BODY);
    var trouble = trouble();
    if (trouble != null) {
      if (trouble.retryAfter() > 0) {
        exchange.getResponseHeaders().set("Retry-After", Integer.toString(trouble.retryAfter()));
      }
      answer(exchange, trouble.status(), error("ratelimited"));
      return;
    }
    var registered = app.get();
    var bearer = exchange.getRequestHeaders().getFirst("Authorization");
    if (registered == null || !("Bearer " + registered.botToken()).equals(bearer)) {
      answer(exchange, 200, error(bearer == null ? "not_authed" : "invalid_auth"));
    } else if (body.isEmpty() || !(json.readTree(body.get()) instanceof ObjectNode arguments)) {
      answer(exchange, 200, error("invalid_json"));
    } else {
      answer(exchange, 200, done(method, arguments));
    }
  }

  /** {@code POST /actions/ID}: an answer to who pressed. */
  void answer(HttpExchange exchange, String id) throws IOException {
    var body = Http.body(exchange, MAX_BODY);
    var message = body.isEmpty() ? json.missingNode() : json.readTree(body.get());
    switch (triggers.answer(id)) {
      case Triggers.Use.Bad(var error) -> answer(exchange, 404, error(error));
      case Triggers.Use.Good(var user, var ts) -> {
        var wrong = BlockLimits.ofMessage(message);
        if (wrong.isPresent()) {
          answer(exchange, 400, error("invalid_blocks: " + wrong.get()));
        } else {
          workspace.answer(ts, user, message);
          Http.answer(exchange, 200, "text/plain", "ok".getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private ObjectNode done(String method, ObjectNode arguments) {
    return switch (method) {
      case "chat.postMessage" -> post(arguments);
      case "chat.update" -> update(arguments);
      case "views.open" -> open(arguments);
      default -> error("unknown_method");
    };
  }

  private ObjectNode post(ObjectNode arguments) {
    var wrong = BlockLimits.ofMessage(arguments);
    var channel = workspace.conversation(arguments.path("channel").asText());
    if (channel.isEmpty()) {
      return error("channel_not_found");
    }
    return wrong
        .map(this::invalid)
        .orElseGet(() -> posted(workspace.post(channel.get(), content(arguments))));
  }

  private ObjectNode update(ObjectNode arguments) {
    var wrong = BlockLimits.ofMessage(arguments);
    return wrong
        .map(this::invalid)
        .orElseGet(
            () ->
                workspace
                    .update(
                        arguments.path("channel").asText(),
                        arguments.path("ts").asText(),
                        content(arguments))
                    .map(this::posted)
                    .orElseGet(() -> error("message_not_found")));
  }

  private ObjectNode open(ObjectNode arguments) {
    if (!(arguments.path("view") instanceof ObjectNode view)) {
      return error("invalid_arguments");
    }
    var wrong = BlockLimits.ofView(view);
    if (wrong.isPresent()) {
      return invalid(wrong.get());
    }
    return switch (triggers.open(arguments.path("trigger_id").asText())) {
      case Triggers.Use.Bad(var error) -> error(error);
      case Triggers.Use.Good(var user, var ts) -> {
        var opened = workspace.open(user, view);
        var answer = json.createObjectNode().put("ok", true);
        answer.set("view", opened.view().deepCopy().put("id", opened.id()));
        yield answer;
      }
    };
  }

  private ObjectNode posted(SlackWorkspace.Message message) {
    var answer = json.createObjectNode().put("ok", true);
    answer.put("channel", message.channel()).put("ts", message.ts());
    answer.set("message", Payloads.message(message));
    return answer;
  }

  private static ObjectNode content(ObjectNode arguments) {
    return arguments.deepCopy().without(List.of("channel", "ts"));
  }

  private ObjectNode invalid(String why) {
    var answer = error("invalid_blocks");
    answer.putObject("response_metadata").putArray("messages").add(why);
    return answer;
  }

  private ObjectNode error(String error) {
    return json.createObjectNode().put("ok", false).put("error", error);
  }

  private @Nullable Trouble trouble() {
    lock.lock();
    try {
      return troubles.pollFirst();
    } finally {
      lock.unlock();
    }
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    Http.answer(
        exchange,
        status,
        "application/json; charset=utf-8",
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
