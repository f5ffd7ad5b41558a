package io.stagegate.local.github;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.local.support.Hmac;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Webhook deliveries as GitHub would make and send them.
 *
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#push">push</a>
 */
public final class Deliveries {
  /** GitHub's hash for "there was nothing": a branch's first push, or its end. */
  public static final String NOTHING = "0000000000000000000000000000000000000000";

  /** GitHub waits that long for an answer. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Documents documents;
  private final HttpClient client;

  /**
   * Deliveries about repositories that {@code github} serves.
   *
   * @param client sends them; stays the caller's to close
   */
  public Deliveries(GitHubStandIn github, HttpClient client) {
    this.documents = new Documents(github.address().toString());
    this.client = client;
  }

  /**
   * One delivery; sending it again with the same id is a redelivery.
   *
   * @param id as of X-GitHub-Delivery
   * @param event as of X-GitHub-Event
   * @param body its raw bytes, which the signature is over
   */
  public record Delivery(String id, String event, byte[] body) {}

  /**
   * A push of {@code branch} from one commit to another.
   *
   * @param before full hash, or {@link #NOTHING} for a new branch
   * @param after full hash
   * @param pusher login of who pushed
   */
  public Delivery push(
      String fullName,
      GitRepository git,
      String branch,
      String before,
      String after,
      String pusher) {
    boolean created = before.equals(NOTHING);
    List<String> shas = created ? List.of(after) : git.between(before, after);
    ObjectNode push =
        documents
            .object()
            .put("ref", "refs/heads/" + branch)
            .put("before", before)
            .put("after", after);
    ObjectNode repository = documents.repository(fullName, git);
    push.set("repository", repository);
    push.set(
        "pusher", documents.object().put("name", pusher).put("email", pusher + "@example.com"));
    push.set("sender", documents.user(pusher));
    push.put("created", created)
        .put("deleted", false)
        .put("forced", false)
        .putNull("base_ref")
        .put(
            "compare",
            "%s/compare/%s...%s"
                .formatted(
                    repository.path("html_url").asText(),
                    before.substring(0, 12),
                    after.substring(0, 12)));
    ArrayNode commits = push.putArray("commits");
    shas.forEach(sha -> commits.add(pushed(fullName, git, sha)));
    push.set("head_commit", pushed(fullName, git, after));
    return delivery("push", push);
  }

  /** The first delivery of a new webhook. */
  public Delivery ping(String fullName, GitRepository git) {
    ObjectNode ping = documents.object().put("zen", "Design for failure.").put("hook_id", 1);
    ping.set("repository", documents.repository(fullName, git));
    return delivery("ping", ping);
  }

  private ObjectNode pushed(String fullName, GitRepository git, String sha) {
    return documents.pushed(git.commit(sha), git.changes(sha), fullName);
  }

  private static Delivery delivery(String event, ObjectNode body) {
    return new Delivery(
        UUID.randomUUID().toString(), event, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a delivery, signed with the webhook's secret.
   *
   * @throws IOException when there is no answer within the 10 s that GitHub waits
   */
  public HttpResponse<String> send(URI webhook, String secret, Delivery delivery)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(webhook)
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .header("User-Agent", "GitHub-Hookshot/0000000")
            .header("Accept", "*/*")
            .header("X-GitHub-Delivery", delivery.id())
            .header("X-GitHub-Event", delivery.event())
            .header("X-GitHub-Hook-ID", "1")
            .header("X-Hub-Signature-256", signature(secret, delivery.body()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(delivery.body()))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What X-Hub-Signature-256 holds: HMAC-SHA256 over the raw body. */
  public static String signature(String secret, byte[] body) {
    return "sha256=" + Hmac.sha256(secret, body);
  }
}
