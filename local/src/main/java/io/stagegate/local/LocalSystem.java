package io.stagegate.local;

import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.EmulatorChoice;
import io.stagegate.local.emulator.TestcontainersCheck;
import io.stagegate.local.function.FunctionHost;
import io.stagegate.local.function.FunctionSpec;
import io.stagegate.local.function.HostSettings;
import io.stagegate.local.github.GitHubStandIn;
import io.stagegate.local.stack.AwsClients;
import io.stagegate.local.stack.CloudAssembly;
import io.stagegate.local.stack.Deployer;
import io.stagegate.local.stack.Deployment;
import io.stagegate.local.support.Closer;
import io.stagegate.local.web.Gateway;
import io.stagegate.local.web.LocalAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The whole system on this machine: an emulator of AWS with the synthesized stack in it, the
 * functions' JVMs, GitHub's stand-in, and a gateway before the API.
 *
 * <p>Closing stops all of it, last started first. If the start fails or the program is interrupted,
 * nothing is left running.
 */
public final class LocalSystem implements AutoCloseable {
  /** Emulators don't care; this one they all know. */
  public static final String REGION = "us-east-1";

  /** Those whose first answer somebody waits for come first. */
  private static final List<String> WARM_FIRST =
      List.of("Console", "Webhook", "Intake", "Dispatch", "Build", "ChangeSet", "Deploy");

  private final Closer closer;
  private final LocalState state;
  private final GitHubStandIn github;
  private final Deployment deployment;
  private final AwsClients clients;
  private final String emulator;

  private LocalSystem(
      Closer closer,
      LocalState state,
      GitHubStandIn github,
      Deployment deployment,
      AwsClients clients,
      String emulator) {
    this.closer = closer;
    this.state = state;
    this.github = github;
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
    Thread hook = Thread.ofPlatform().unstarted(closer::close);
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      LocalSystem system = new Starter(options, closer).start();
      return system;
    } catch (Exception | Error e) {
      closer.close();
      throw e;
    }
  }

  /** Its addresses. */
  public LocalState state() {
    return state;
  }

  /** GitHub's stand-in, to serve repositories and see what was posted. */
  public GitHubStandIn github() {
    return github;
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

  private record Starter(LocalOptions options, Closer closer) {
    LocalSystem start() throws Exception {
      Workspace workspace = options.workspace();
      closer.add(OnlyOne.take(workspace));
      CloudAssembly assembly = CloudAssembly.read(workspace.cloudAssembly());
      EmulatorChoice choice =
          EmulatorChoice.choose(
              options.environment(), new TestcontainersCheck(options.environment()));
      Gateway gateway = closer.add(Gateway.start(options.port()));
      GitHubStandIn github = closer.add(GitHubStandIn.start(options.githubToken()));
      FunctionHost host = closer.add(FunctionHost.start(settings(choice.wayBack())));
      Future<?> unpacking = inBackground(() -> host.prepare(assembly.javaFunctions().values()));
      EmulatorStarter starter =
          new EmulatorStarter(workspace, options.python(), REGION, options.progress());
      Emulator emulator = closer.add(starter.start(choice));
      AwsClients clients =
          closer.add(new AwsClients(emulator.endpoint(), REGION, accessKey(), secretKey()));
      unpacking.get();
      Map<String, String> parameters = new HashMap<>(options.parameters());
      parameters.putIfAbsent("PublicUrl", gateway.address().toString());
      parameters.putIfAbsent("GitHubApiUrl", github.address().toString());
      Deployer deployer = new Deployer(clients);
      Deployment deployment =
          options
              .progress()
              .step(
                  "deploying stack " + assembly.stackName(),
                  () -> deployAndRoute(deployer, assembly, parameters, host, emulator.endpoint()));
      warm(host, deployment.functions());

      LocalAddresses addresses = new LocalAddresses(emulator.endpoint());
      gateway.open(addresses.api(deployment.output("ApiId"), "$default"));
      LocalState state = state(gateway, github, emulator, deployment, clients);
      state.write(workspace.stateFile());
      return new LocalSystem(
          closer,
          state,
          github,
          deployment,
          clients,
          emulator.description() + " (" + choice.reason() + ")");
    }

    private static Deployment deployAndRoute(
        Deployer deployer,
        CloudAssembly assembly,
        Map<String, String> parameters,
        FunctionHost host,
        URI endpoint) {
      Deployment deployment = deployer.deploy(assembly, parameters);
      deployment.functions().forEach(function -> host.add(function, endpoint));
      deployer.route(deployment.functions(), host::addressOf);
      return deployment;
    }

    /** In the background: whoever comes first waits less, and nobody waits for this. */
    private static void warm(FunctionHost host, List<FunctionSpec> functions) {
      List<String> names =
          functions.stream()
              .map(FunctionSpec::name)
              .sorted(Comparator.comparingInt(LocalSystem::warmRank))
              .toList();
      inBackground(() -> host.warm(names));
    }

    private static Future<?> inBackground(Runnable work) {
      FutureTask<?> task = new FutureTask<>(work, null);
      Thread.ofVirtual().start(task);
      return task;
    }

    private HostSettings settings(Emulator.WayBack wayBack) {
      Workspace workspace = options.workspace();
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      return new HostSettings(
          workspace.functions(),
          workspace.logs(),
          workspace.lambdaRuntime(),
          java,
          wayBack.bind(),
          wayBack.hostName(),
          REGION,
          accessKey(),
          secretKey(),
          2,
          Duration.ofMillis(300));
    }

    private LocalState state(
        Gateway gateway,
        GitHubStandIn github,
        Emulator emulator,
        Deployment deployment,
        AwsClients clients) {
      String base = gateway.address().toString();
      String token;
      try (SecretsManagerClient secrets = clients.secrets()) {
        String id = deployment.output("ApiTokenSecret");
        token = secrets.getSecretValue(g -> g.secretId(id)).secretString();
      }
      return new LocalState(
          ProcessHandle.current().pid(),
          base + "/",
          base + "/webhooks",
          base + "/api/v1",
          github.address().toString(),
          emulator.endpoint().toString(),
          REGION,
          deployment.output("TableName"),
          token);
    }

    private String accessKey() {
      return options.environment().getOrDefault("AWS_ACCESS_KEY_ID", "test");
    }

    private String secretKey() {
      return options.environment().getOrDefault("AWS_SECRET_ACCESS_KEY", "test");
    }
  }

  private static int warmRank(String function) {
    for (int i = 0; i < WARM_FIRST.size(); i++) {
      if (function.contains(WARM_FIRST.get(i))) {
        return i;
      }
    }
    return WARM_FIRST.size();
  }
}
