package io.stagegate.local.emulator;

import java.net.URI;
import java.util.List;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The emulator's image, run by Testcontainers in LocalStack's place. */
public final class ContainerEmulator implements Emulator {
  /** The image, pinned. */
  public static final String IMAGE = "ministackorg/ministack:1.5.33";

  private static final int PORT = 4566;

  private final LocalStackContainer container;

  private ContainerEmulator(LocalStackContainer container) {
    this.container = container;
  }

  /** Starts a container and returns when it answers. */
  public static ContainerEmulator start(String region) {
    LocalStackContainer container =
        new LocalStackContainer(
            DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("localstack/localstack"));
    container.withCreateContainerCmdModifier(
        // The module's start script is LocalStack's own.
        command -> command.withEntrypoint("python", "-m", "ministack"));
    container.withEnv("MINISTACK_REGION", region);
    container.withExtraHost("host.docker.internal", "host-gateway");
    container.waitingFor(Wait.forHttp("/_ministack/ready").forPort(PORT));
    // The module mounts Docker's socket, which this emulator must not have.
    container.setBinds(List.of());
    try {
      container.start();
    } catch (RuntimeException e) {
      container.stop();
      throw e;
    }
    return new ContainerEmulator(container);
  }

  @Override
  public URI endpoint() {
    // An address in digits keeps the SDK's S3 client from putting the bucket into the host name.
    String host = container.getHost().equals("localhost") ? "127.0.0.1" : container.getHost();
    return URI.create("http://" + host + ":" + container.getMappedPort(PORT));
  }

  @Override
  public String description() {
    return IMAGE + " in Docker";
  }

  @Override
  public void close() {
    container.stop();
  }
}
