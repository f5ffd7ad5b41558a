package io.stagegate.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.cloud.Secrets;
import io.stagegate.cloud.SecretsManagerSecrets;
import io.stagegate.http.Ticking;
import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.TestEmulator;
import io.stagegate.local.stack.AwsClients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets Manager of the emulator: which values count while a secret changes. */
@Timeout(300)
class SecretsManagerSecretsTest {
  private static final String NAME = "gate/webhook/shop";

  @TempDir static Path folder;
  private static Emulator emulator;
  private static AwsClients clients;

  private final Ticking clock = new Ticking(Instant.now().toString());
  private final SecretsManagerClient client = clients.secrets();

  @BeforeAll
  static void start() {
    emulator = TestEmulator.start(folder);
    clients = new AwsClients(emulator.endpoint(), "us-east-1", "test", "test");
  }

  @AfterAll
  static void stop() {
    if (emulator != null) {
      clients.close();
      emulator.close();
    }
  }

  private SecretsManagerSecrets secrets() {
    return new SecretsManagerSecrets(client, clock);
  }

  @Test
  void bothCountForADayAndThenOnlyTheNewOne() {
    var name = NAME + "/day";
    secrets().create(name, "one");
    var function = secrets();
    assertThat(function.accepts(name, "one"::equals)).isTrue();

    secrets().replace(name, "two");

    assertThat(function.accepts(name, "one"::equals)).isTrue();
    clock.pass(Duration.ofMinutes(1));
    assertThat(function.accepts(name, "two"::equals)).as("read anew at once").isTrue();
    assertThat(function.accepts(name, "one"::equals)).isTrue();
    assertThat(function.get(name)).contains("two");
    clock.pass(Secrets.OVERLAP);
    assertThat(function.accepts(name, "two"::equals)).isTrue();
    assertThat(function.accepts(name, "one"::equals)).isFalse();
  }

  @Test
  void replacedTwiceTheFirstIsPushedOut() {
    var name = NAME + "/leaked";
    secrets().create(name, "leaked");
    secrets().replace(name, "nobody's");
    secrets().replace(name, "new");

    assertThat(secrets().accepts(name, "new"::equals)).isTrue();
    assertThat(secrets().accepts(name, "leaked"::equals)).isFalse();
  }

  /** A wrong guess reads the secret once more, and those after it don't. */
  @Test
  void whoGuessesReadsNothing() {
    var name = NAME + "/guessed";
    secrets().create(name, "one");
    var function = secrets();
    assertThat(function.accepts(name, "wrong"::equals)).isFalse();

    secrets().replace(name, "wrong");

    assertThat(function.accepts(name, "wrong"::equals)).as("within ten seconds").isFalse();
    clock.pass(Duration.ofSeconds(11));
    assertThat(function.accepts(name, "wrong"::equals)).isTrue();
  }

  @Test
  void oneThatIsNotThere() {
    assertThat(secrets().accepts(NAME + "/none", value -> true)).isFalse();
    assertThat(secrets().get(NAME + "/none")).isEmpty();
    assertThatThrownBy(() -> secrets().replace(NAME + "/none", "value"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no secret named " + NAME + "/none");
  }
}
