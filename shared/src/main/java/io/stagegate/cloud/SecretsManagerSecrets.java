package io.stagegate.cloud;

import static io.stagegate.cloud.AwsCalls.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets in AWS Secrets Manager. A value that was read is kept for {@link #KEPT}, so that a burst
 * of webhooks reads it once; that a secret is missing is not kept, so that a new one works at once.
 * The value before the current one is the version that Secrets Manager labels {@code AWSPREVIOUS}.
 */
public final class SecretsManagerSecrets implements Secrets {
  /** A changed secret counts after this at the latest. */
  public static final Duration KEPT = Duration.ofMinutes(5);

  /** How often a check that fails may read a secret anew: whoever guesses causes no more calls. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String CURRENT = "AWSCURRENT";
  private static final String PREVIOUS = "AWSPREVIOUS";
  private static final int MOST_KEPT = 1_000;

  private final SecretsManagerClient client;
  private final Clock clock;
  private final Map<String, Kept> current = new ConcurrentHashMap<>();
  private final Map<String, Kept> accepted = new ConcurrentHashMap<>();

  /** What was read: the current value first. */
  private record Kept(List<String> values, Instant readAt) {
    boolean youngerThan(Duration age, Instant now) {
      return now.isBefore(readAt.plus(age));
    }

    @Override
    public String toString() {
      return "Kept[values=…, readAt=" + readAt + "]";
    }
  }

  public SecretsManagerSecrets(SecretsManagerClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<String> get(String name) {
    var now = clock.instant();
    var known = current.get(name);
    if (known != null && known.youngerThan(KEPT, now)) {
      return Optional.of(known.values().getFirst());
    }
    var read = version(name, CURRENT).map(GetSecretValueResponse::secretString);
    keep(current, name, new Kept(read.stream().toList(), now));
    return read;
  }

  @Override
  public boolean accepts(String name, Predicate<String> check) {
    var now = clock.instant();
    var known = accepted.get(name);
    if (known != null && known.youngerThan(KEPT, now)) {
      if (known.values().stream().anyMatch(check)) {
        return true;
      }
      if (known.youngerThan(PATIENCE, now)) {
        return false;
      }
    }
    var read = new Kept(both(name, now), now);
    keep(accepted, name, read);
    return read.values().stream().anyMatch(check);
  }

  /** The current value, and the one before it while that counts too. */
  private List<String> both(String name, Instant now) {
    var latest = version(name, CURRENT);
    if (latest.isEmpty()) {
      return List.of();
    }
    var before =
        now.isBefore(latest.get().createdDate().plus(OVERLAP))
            ? version(name, PREVIOUS)
            : Optional.<GetSecretValueResponse>empty();
    return Stream.of(latest, before)
        .flatMap(Optional::stream)
        .map(GetSecretValueResponse::secretString)
        .toList();
  }

  private static void keep(Map<String, Kept> all, String name, Kept read) {
    if (read.values().isEmpty()) {
      all.remove(name);
      return;
    }
    if (all.size() >= MOST_KEPT) {
      all.clear();
    }
    all.put(name, read);
  }

  private Optional<GetSecretValueResponse> version(String name, String label) {
    try {
      return Optional.of(
              call(() -> client.getSecretValue(get -> get.secretId(name).versionStage(label))))
          .filter(version -> version.secretString() != null);
    } catch (ResourceNotFoundException e) {
      return Optional.empty();
    } catch (InvalidRequestException e) {
      // What Secrets Manager says of a secret that is marked for deletion.
      return Optional.empty();
    }
  }

  @Override
  public void create(String name, String value) {
    try {
      call(() -> client.createSecret(secret -> secret.name(name).secretString(value)));
    } catch (ResourceExistsException e) {
      throw new IllegalStateException("there is a secret named " + name, e);
    }
  }

  @Override
  public void replace(String name, String value) {
    try {
      call(() -> client.putSecretValue(put -> put.secretId(name).secretString(value)));
      current.remove(name);
      accepted.remove(name);
    } catch (ResourceNotFoundException e) {
      throw new IllegalStateException("there is no secret named " + name, e);
    }
  }
}
