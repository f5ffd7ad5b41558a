package io.stagegate.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;

/** Calls to Slack. Each is made once: whoever calls decides whether to try again. */
public interface SlackApi {

  /** What came of a call. */
  sealed interface Answer {
    /** Slack did it, and says this of it. */
    record Done(JsonNode document) implements Answer {}

    /**
     * Slack will not, however often it is asked.
     *
     * @param error Slack's word for it, as {@code channel_not_found}
     */
    record Refused(String error) implements Answer {}

    /**
     * Slack can't now.
     *
     * @param reason a few words
     * @param pause how long Slack asks to be left alone; zero where it says nothing
     */
    record Later(String reason, Duration pause) implements Answer {}
  }

  /**
   * Calls a method of Slack's <a href="https://docs.slack.dev/reference/methods">Web API</a>.
   *
   * @param method as {@code chat.postMessage}
   */
  Answer call(String method, JsonNode arguments);

  /**
   * Answers somebody who pressed something.
   *
   * @param responseUrl where Slack takes the answer, from what it sent when they pressed
   */
  Answer respond(URI responseUrl, JsonNode message);
}
