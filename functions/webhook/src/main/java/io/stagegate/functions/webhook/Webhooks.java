package io.stagegate.functions.webhook;

import io.stagegate.cloud.Queue;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Log;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Signatures;
import io.stagegate.model.ProjectId;
import io.stagegate.source.WebhookMessage;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes GitHub's deliveries: checks who signed them, puts pushes on the intake queue and answers.
 * Everything else about a push is decided behind the queue, as GitHub waits ten seconds and no
 * longer.
 */
final class Webhooks {
  /**
   * In bytes; GitHub's own limit (<a
   * href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Webhook events and
   * payloads</a>).
   */
  static final int LARGEST_BODY = 25 * 1024 * 1024;

  /** Counts what was refused, which leaves no other trace. */
  static final String REFUSED = "WebhooksRefused";

  private static final Pattern DELIVERY = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private final Secrets secrets;
  private final String secretPrefix;
  private final Queue queue;
  private final Clock clock;
  private final Log log;

  Webhooks(Secrets secrets, String secretPrefix, Queue queue, Clock clock, Log log) {
    this.secrets = secrets;
    this.secretPrefix = secretPrefix;
    this.queue = queue;
    this.clock = clock;
    this.log = log;
  }

  Response take(Request request) {
    var signed = signedFor(request);
    if (signed.isEmpty()) {
      log.count(REFUSED);
      return Problem.of(401, "The signature is missing or wrong.").json();
    }
    if (request.body().size() > LARGEST_BODY) {
      return ignored("The body is larger than 25 MB.");
    }
    var event = needed(request, "X-GitHub-Event");
    var delivery = needed(request, "X-GitHub-Delivery");
    if (!DELIVERY.matcher(delivery).matches()) {
      throw new BadRequest("The header X-GitHub-Delivery is no delivery id.");
    }
    return switch (event) {
      case "push" -> push(request, signed.get(), delivery);
      case "ping" -> {
        PushPayload.check(request.body());
        yield Response.json(200, Map.of("pong", true));
      }
      default -> {
        PushPayload.check(request.body());
        yield ignored("Stagegate takes push events only.");
      }
    };
  }

  private Response push(Request request, ProjectId project, String delivery) {
    var push = PushPayload.read(request.body());
    var message = WebhookMessage.of(delivery, project, push, clock.instant());
    queue.send(message.encode(), group(project, push.ref()), delivery);
    return Response.json(202, Map.of("accepted", true));
  }

  /** The project that a delivery is for, where its secret signed the body. */
  private Optional<ProjectId> signedFor(Request request) {
    var signature = request.header("X-Hub-Signature-256");
    var project = project(request.parameter("project"));
    if (signature.isEmpty() || project.isEmpty()) {
      return Optional.empty();
    }
    return project.filter(
        id ->
            secrets.accepts(
                secretPrefix + "/webhook/" + id,
                secret -> Signatures.fromGitHub(secret, request.body(), signature.get())));
  }

  private static Optional<ProjectId> project(String text) {
    try {
      return Optional.of(new ProjectId(text));
    } catch (IllegalArgumentException e) {
      // What can't be a project's id is answered as a project that isn't there.
      return Optional.empty();
    }
  }

  private static String needed(Request request, String header) {
    return request
        .header(header)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new BadRequest("The header " + header + " is missing."));
  }

  /** Pushes to one ref stay in order. A group's name takes fewer characters than a ref. */
  private static String group(ProjectId project, String ref) {
    return project + "-" + HexFormat.of().formatHex(Signatures.sign(project.value(), ref), 0, 16);
  }

  private static Response ignored(String reason) {
    return Response.json(202, Map.of("ignored", reason));
  }
}
