package io.stagegate.local.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.local.support.Hmac;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * One signed request to the app, as Slack makes it.
 *
 * @param body the form with the payload
 */
public record SlackRequest(String timestamp, String signature, String body) {
  /** Slack waits no longer. */
  public static final Duration LONGEST = Duration.ofSeconds(3);

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What the app answered.
   *
   * @param status 0 where it did not answer in time
   * @param body missing where there is no JSON
   */
  public record Answer(int status, JsonNode body, Duration took) {
    public boolean good() {
      return status == 200;
    }
  }

  static SlackRequest sign(SlackApp app, ObjectNode payload, Clock clock) {
    var timestamp = Long.toString(clock.instant().getEpochSecond());
    var body = "payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8);
    var hex = Hmac.sha256(app.signingSecret(), "v0:" + timestamp + ":" + body);
    return new SlackRequest(timestamp, "v0=" + hex, body);
  }

  /**
   * Sends it.
   *
   * @param retry how often it was sent before
   */
  Answer send(HttpClient client, SlackApp app, int retry) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(app.interactions())
            .timeout(LONGEST)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("user-agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("x-slack-request-timestamp", timestamp)
            .header("x-slack-signature", signature)
            .POST(BodyPublishers.ofString(body));
    if (retry > 0) {
      request.header("x-slack-retry-num", Integer.toString(retry));
      request.header("x-slack-retry-reason", "http_timeout");
    }
    long began = System.nanoTime();
    try {
      var answer = client.send(request.build(), BodyHandlers.ofString());
      return new Answer(answer.statusCode(), json(answer.body()), since(began));
    } catch (HttpTimeoutException e) {
      return new Answer(0, JSON.missingNode(), since(began));
    }
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }
}
