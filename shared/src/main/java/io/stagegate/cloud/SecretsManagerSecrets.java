package io.stagegate.cloud;

import static io.stagegate.cloud.AwsCalls.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Secrets in AWS Secrets Manager. A value that was read is kept for {@link #KEPT}, so that a burst
 * of webhooks reads it once; that a secret is missing is not kept, so that a new one works at once.
 */
public final class SecretsManagerSecrets implements Secrets {
  /** A changed secret counts after this at the latest. */
  public static final Duration KEPT = Duration.ofMinutes(5);

  private static final int MOST_KEPT = 1_000;

  private final SecretsManagerClient client;
  private final Clock clock;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(String value, Instant until) {
    @Override
    public String toString() {
      return "Kept[value=…, until=" + until + "]";
    }
  }

  public SecretsManagerSecrets(SecretsManagerClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public Optional<String> get(String name) {
    var now = clock.instant();
    var known = kept.get(name);
    if (known != null && now.isBefore(known.until())) {
      return Optional.of(known.value());
    }
    var read = read(name);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    read.ifPresentOrElse(
        value -> kept.put(name, new Kept(value, now.plus(KEPT))), () -> kept.remove(name));
    return read;
  }

  private Optional<String> read(String name) {
    try {
      return Optional.ofNullable(
          call(() -> client.getSecretValue(get -> get.secretId(name))).secretString());
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
}
