package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.slack.SlackRequest.Answer;
import io.stagegate.local.slack.SlackWorkspace.Message;
import io.stagegate.local.slack.SlackWorkspace.View;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Slack: takes an app's calls as the real one does, shows the messages with their
 * buttons on a page, and tells the app what somebody presses there, signed and with three seconds
 * to answer. One says who one is, and is believed.
 */
public final class SlackStandIn implements AutoCloseable {
  private final Clock clock = Clock.systemUTC();
  private final AtomicReference<@Nullable SlackApp> app = new AtomicReference<>();
  private final SlackWorkspace workspace = new SlackWorkspace();
  private final Triggers triggers = new Triggers(clock);
  private final SlackCalls calls = new SlackCalls(workspace, triggers, app::get);
  private final HttpClient client = HttpClient.newHttpClient();
  private final SlackPages pages = new SlackPages(this);
  private final Http http;

  private SlackStandIn() {
    this.http =
        Http.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::handle);
  }

  public static SlackStandIn start() {
    return new SlackStandIn();
  }

  /** Its page; with {@code /api} behind it what stands for {@code https://slack.com/api}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** From now on calls are this app's, and presses are told to it. */
  public void register(SlackApp registered) {
    app.set(registered);
  }

  /** The channel that the app is in from the start. */
  public static String channel() {
    return SlackWorkspace.CHANNEL;
  }

  /** Invites the app to one more channel. */
  public void invite(String channel) {
    workspace.invite(channel);
  }

  /** Lets the app's next calls fail with a status; with 429 it is told for how many seconds. */
  public void fail(int status, int retryAfter, int times) {
    calls.fail(new SlackCalls.Trouble(status, retryAfter), times);
  }

  /** All messages, the newest in front. */
  public List<Message> messages() {
    return workspace.messages();
  }

  public Optional<Message> message(String ts) {
    return workspace.message(ts);
  }

  Optional<View> view(String id) {
    return workspace.view(id);
  }

  /** The form that somebody has open. */
  public Optional<View> openOf(String user) {
    return workspace.openOf(user);
  }

  /** What the app would be told if somebody pressed a button of a message now. */
  public SlackRequest press(Message at, String action, String user) {
    for (var block : at.content().path("blocks")) {
      for (var element : block.path("elements")) {
        if (element.path("action_id").asText().equals(action)) {
          var answers = address() + "/actions/" + triggers.answers(user, at.ts());
          return sign(Payloads.press(at, block, element, user, triggers.trigger(user), answers));
        }
      }
    }
    throw new IllegalArgumentException("the message has no button " + action);
  }

  /** What the app would be told if somebody sent a form now. */
  public SlackRequest submit(View form, Map<String, String> typed) {
    return sign(Payloads.submission(form, typed, triggers.trigger(form.user())));
  }

  /** Tells the app. */
  public Answer send(SlackRequest request) throws IOException, InterruptedException {
    return send(request, 0);
  }

  /** Tells the app again, as Slack does when it had no answer. */
  public Answer send(SlackRequest request, int retry) throws IOException, InterruptedException {
    return request.send(client, registered(), retry);
  }

  /** Does with a form what the app answered; gives what is wrong with it, by field. */
  public Map<String, String> shown(View form, Answer answer) {
    switch (answer.body().path("response_action").asText()) {
      case "errors" -> {
        return StreamSupport.stream(answer.body().path("errors").properties().spliterator(), false)
            .collect(Collectors.toMap(Map.Entry::getKey, error -> error.getValue().asText()));
      }
      case "update" -> {
        JsonNode view = answer.body().path("view");
        if (!(view instanceof ObjectNode changed) || BlockLimits.ofView(changed).isPresent()) {
          throw new IllegalStateException("Slack would refuse this view: " + view);
        }
        workspace.change(form, changed);
      }
      default -> workspace.close(form.id());
    }
    return Map.of();
  }

  void close(View form) {
    workspace.close(form.id());
  }

  private SlackRequest sign(ObjectNode payload) {
    return SlackRequest.sign(registered(), payload, clock);
  }

  private SlackApp registered() {
    var registered = app.get();
    if (registered == null) {
      throw new IllegalStateException("no app is set up at Slack's stand-in");
    }
    return registered;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    if (post && path.startsWith("/api/")) {
      calls.call(exchange, path.substring("/api/".length()));
    } else if (post && path.startsWith("/actions/")) {
      calls.answer(exchange, path.substring("/actions/".length()));
    } else if (!pages.handle(exchange, path, post)) {
      Http.answer(exchange, 404, "text/plain", "Not found".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    http.close();
    client.shutdownNow();
  }
}
