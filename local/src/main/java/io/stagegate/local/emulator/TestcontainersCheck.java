package io.stagegate.local.emulator;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** Asks Docker through Testcontainers. Without a socket to ask it does not even try. */
public final class TestcontainersCheck implements DockerCheck {
  private static final int PULL_SECONDS = 120;

  private final Map<String, String> environment;

  /** Looks for Docker as {@code environment} says. */
  public TestcontainersCheck(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Answer check() {
    if (!worthAsking()) {
      return new Unusable("Docker does not run here");
    }
    DockerClient docker;
    try {
      if (!DockerClientFactory.instance().isDockerAvailable()) {
        return new Unusable("Docker does not answer");
      }
      docker = DockerClientFactory.lazyClient();
    } catch (RuntimeException e) {
      return new Unusable("Docker does not answer: " + e.getMessage());
    }
    try {
      docker.inspectImageCmd(ContainerEmulator.IMAGE).exec();
      return new Usable("Docker has the image " + ContainerEmulator.IMAGE);
    } catch (NotFoundException e) {
      return pull(docker);
    } catch (RuntimeException e) {
      return new Unusable("Docker does not answer: " + e.getMessage());
    }
  }

  private static Answer pull(DockerClient docker) {
    try {
      boolean done =
          docker
              .pullImageCmd(ContainerEmulator.IMAGE)
              .start()
              .awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
      return done
          ? new Usable("Docker pulled the image " + ContainerEmulator.IMAGE)
          : new Unusable("Docker did not pull " + ContainerEmulator.IMAGE + " in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Unusable("interrupted");
    } catch (RuntimeException e) {
      return new Unusable("Docker can't pull " + ContainerEmulator.IMAGE);
    }
  }

  /** Testcontainers takes seconds to find out that there is no Docker; a look is enough. */
  private boolean worthAsking() {
    if (!environment.getOrDefault("DOCKER_HOST", "").isBlank()) {
      return true;
    }
    Path home = Path.of(environment.getOrDefault("HOME", "/"));
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere");
    List<Path> usual =
        List.of(
            Path.of("/var/run/docker.sock"),
            Path.of(runtime, "docker.sock"),
            home.resolve(".docker/run/docker.sock"),
            home.resolve(".colima/default/docker.sock"),
            home.resolve(".rd/docker.sock"),
            home.resolve(".testcontainers.properties"));
    return usual.stream().anyMatch(Files::exists);
  }
}
