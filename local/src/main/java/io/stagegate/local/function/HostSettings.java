package io.stagegate.local.function;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a function host needs to know.
 *
 * @param folder for unpacked packages and class data archives
 * @param logs one file for each function: {@code NAME.log}
 * @param runtime jars of the AWS Runtime Interface Client and what it needs
 * @param java the {@code java} program
 * @param bind where to listen for invocations
 * @param hostName name under which the emulator reaches this machine
 * @param region of AWS
 * @param accessKey that functions sign with
 * @param secretKey belongs to {@code accessKey}
 * @param instances at most so many JVMs for one function
 * @param patience how long an invocation waits for a busy instance before another is started
 */
public record HostSettings(
    Path folder,
    Path logs,
    List<Path> runtime,
    Path java,
    InetAddress bind,
    String hostName,
    String region,
    String accessKey,
    String secretKey,
    int instances,
    Duration patience) {
  public HostSettings {
    runtime = List.copyOf(runtime);
  }

  /** The same, listening elsewhere. */
  public HostSettings reachedAs(InetAddress address, String name) {
    return new HostSettings(
        folder, logs, runtime, java, address, name, region, accessKey, secretKey, instances,
        patience);
  }
}
