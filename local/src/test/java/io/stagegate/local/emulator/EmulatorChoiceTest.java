package io.stagegate.local.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorChoiceTest {
  private static final DockerCheck DOCKER = () -> new DockerCheck.Usable("has the image");
  private static final DockerCheck NO_DOCKER = () -> new DockerCheck.Unusable("no Docker");
  private static final DockerCheck NEVER_ASKED =
      () -> {
        throw new AssertionError("Docker was asked");
      };

  @Test
  void oneThatIsGivenComesFirst() {
    EmulatorChoice choice =
        EmulatorChoice.choose(
            Map.of("AWS_ENDPOINT_URL", "http://localhost:4566/", "STAGEGATE_EMULATOR", "docker"),
            NEVER_ASKED);
    assertThat(choice).isInstanceOf(EmulatorChoice.External.class);
    assertThat(((EmulatorChoice.External) choice).endpoint())
        .isEqualTo(URI.create("http://localhost:4566"));
    assertThat(choice.wayBack()).isEqualTo(Emulator.WayBack.loopback());
  }

  @Test
  void oneThatIsGivenMayReachThisMachineByAName() {
    EmulatorChoice choice =
        EmulatorChoice.choose(
            Map.of("AWS_ENDPOINT_URL", "http://box:4566", "STAGEGATE_HOST", "me.local"),
            NEVER_ASKED);
    assertThat(choice.wayBack().hostName()).isEqualTo("me.local");
    assertThat(choice.wayBack().bind().isAnyLocalAddress()).isTrue();
  }

  @Test
  void thenDocker() {
    EmulatorChoice choice = EmulatorChoice.choose(Map.of(), DOCKER);
    assertThat(choice).isEqualTo(new EmulatorChoice.Container("has the image"));
    assertThat(choice.wayBack().hostName()).isEqualTo("host.docker.internal");
  }

  @Test
  void thenTheOneFromPyPi() {
    EmulatorChoice choice = EmulatorChoice.choose(Map.of("AWS_ENDPOINT_URL", " "), NO_DOCKER);
    assertThat(choice).isEqualTo(new EmulatorChoice.Venv("no Docker"));
    assertThat(choice.wayBack().bind().isLoopbackAddress()).isTrue();
  }

  @Test
  void theOneFromPyPiCanBeForced() {
    assertThat(EmulatorChoice.choose(Map.of("STAGEGATE_EMULATOR", "venv"), NEVER_ASKED))
        .isInstanceOf(EmulatorChoice.Venv.class);
  }

  @Test
  void dockerCanBeForcedAndThenHasToBeThere() {
    Map<String, String> forced = Map.of("STAGEGATE_EMULATOR", "Docker");
    assertThat(EmulatorChoice.choose(forced, DOCKER)).isInstanceOf(EmulatorChoice.Container.class);
    assertThatThrownBy(() -> EmulatorChoice.choose(forced, NO_DOCKER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no Docker");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4566", "localhost:4566", "ftp://x", "http://", "http://a b"})
  void anAddressThatIsNoneIsRefused(String given) {
    assertThatThrownBy(() -> EmulatorChoice.choose(Map.of("AWS_ENDPOINT_URL", given), NEVER_ASKED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(given);
  }

  @Test
  void aForceThatIsUnknownIsRefused() {
    assertThatThrownBy(
            () -> EmulatorChoice.choose(Map.of("STAGEGATE_EMULATOR", "moto"), NEVER_ASKED))
        .hasMessageContaining("docker, venv or auto");
  }
}
