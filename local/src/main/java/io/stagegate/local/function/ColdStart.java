package io.stagegate.local.function;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts one JVM of a function, as the host does but without the archive of its classes (Lambda has
 * none), and takes the time.
 */
public final class ColdStart {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private ColdStart() {}

  /**
   * The time from the start of the JVM until its runtime asks for the first event: the handler is
   * made then. The JVM is ended before this returns.
   *
   * @throws IllegalStateException when the handler could not be made
   */
  public static Duration measure(FunctionSpec spec, HostSettings settings, URI endpoint)
      throws InterruptedException {
    Unpacked code =
        Unpacked.of(
            spec.zip(), settings.folder().resolve(spec.zip().getFileName()), "no class archive");
    long begun = System.nanoTime();
    try (Instance instance =
        Instance.start(
            spec, api -> Launch.of(spec, code, settings, endpoint, api, ClassArchive.Role.NONE))) {
      instance.started().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      if (!instance.alive()) {
        throw new IllegalStateException(
            spec.name() + " did not start; see " + settings.logs().resolve(spec.name() + ".log"));
      }
      return took;
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(spec.name() + " did not start", e);
    }
  }
}
