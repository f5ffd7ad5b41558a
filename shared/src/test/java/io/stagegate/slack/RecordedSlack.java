package io.stagegate.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Slack for tests: remembers what it was asked, and answers what it is told to, else all well. */
public final class RecordedSlack implements SlackApi {
  public final List<Call> calls = new ArrayList<>();
  public final Deque<Answer> next = new ArrayDeque<>();

  /**
   * One call.
   *
   * @param what the method, or the address of an answer
   */
  public record Call(String what, JsonNode said) {}

  @Override
  public Answer call(String method, JsonNode arguments) {
    return answer(new Call(method, arguments.deepCopy()));
  }

  @Override
  public Answer respond(URI responseUrl, JsonNode message) {
    return answer(new Call(responseUrl.toString(), message.deepCopy()));
  }

  public List<String> methods() {
    return calls.stream().map(Call::what).toList();
  }

  private Answer answer(Call call) {
    calls.add(call);
    var told = next.pollFirst();
    var channel = call.said().path("channel").asText();
    return told == null
        ? new Answer.Done(
            JsonNodeFactory.instance
                .objectNode()
                .put("ok", true)
                .put("channel", channel.replaceFirst("^U", "D"))
                .put("ts", "1700000000.%06d".formatted(calls.size())))
        : told;
  }
}
