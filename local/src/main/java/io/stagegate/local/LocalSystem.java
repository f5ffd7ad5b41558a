package io.stagegate.local;

import io.stagegate.local.github.GitHubStandIn;
import io.stagegate.local.slack.SlackStandIn;
import io.stagegate.local.stack.AwsClients;
import io.stagegate.local.stack.Deployment;
import io.stagegate.local.support.Closer;
import io.stagegate.local.web.LocalAddresses;
import java.net.URI;

/**
 * The whole system on this machine: an emulator of AWS with the synthesized stack in it, the
 * functions' JVMs, GitHub's and Slack's stand-ins, and a gateway before the API.
 *
 * <p>Closing stops all of it, last started first. If the start fails or the program is interrupted,
 * nothing is left running.
 */
public final class LocalSystem implements AutoCloseable {
  /** Emulators don't care; this one they all know. */
  public static final String REGION = "us-east-1";

  private final Closer closer;
  private final LocalState state;
  private final GitHubStandIn github;
  private final SlackStandIn slack;
  private final Deployment deployment;
  private final AwsClients clients;
  private final String emulator;

  LocalSystem(
      Closer closer,
      LocalState state,
      GitHubStandIn github,
      SlackStandIn slack,
      Deployment deployment,
      AwsClients clients,
      String emulator) {
    this.closer = closer;
    this.state = state;
    this.github = github;
    this.slack = slack;
    this.deployment = deployment;
    this.clients = clients;
    this.emulator = emulator;
  }

  /**
   * Starts everything and returns when requests are answered.
   *
   * @throws AlreadyRunningException when one runs already in this folder
   * @throws Exception whatever went wrong, with a sentence for people; all is stopped again
   */
  public static LocalSystem start(LocalOptions options) throws Exception {
    Closer closer = new Closer();
    Thread hook = Thread.ofPlatform().unstarted(() -> interrupted(options, closer));
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return new Starter(options, closer).start();
    } catch (Exception | Error e) {
      closer.close();
      throw e;
    }
  }

  private static void interrupted(LocalOptions options, Closer closer) {
    if (closer.isOpen()) {
      options.progress().stopping();
    }
    closer.close();
  }

  /** Its addresses. */
  public LocalState state() {
    return state;
  }

  /** GitHub's stand-in, to serve repositories and see what was posted. */
  public GitHubStandIn github() {
    return github;
  }

  /** Slack's stand-in, to see what was said and press buttons. */
  public SlackStandIn slack() {
    return slack;
  }

  /** The deployed stack with its outputs. */
  public Deployment deployment() {
    return deployment;
  }

  /** Clients of the emulator. */
  public AwsClients clients() {
    return clients;
  }

  /** Says which emulator is used. */
  public String emulator() {
    return emulator;
  }

  /** Translates addresses from stack outputs. */
  public LocalAddresses addresses() {
    return new LocalAddresses(URI.create(state.endpoint()));
  }

  @Override
  public void close() {
    closer.close();
  }
}
