package io.stagegate.local;

import io.stagegate.local.emulator.Emulator;
import io.stagegate.local.emulator.EmulatorChoice;
import io.stagegate.local.emulator.TestcontainersCheck;
import io.stagegate.local.function.FunctionHost;
import io.stagegate.local.function.FunctionSpec;
import io.stagegate.local.function.HostSettings;
import io.stagegate.local.github.GitHubStandIn;
import io.stagegate.local.slack.SlackStandIn;
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
 * Starts the parts of the local system, in order; each is handed to the closer as soon as it is
 * there.
 *
 * @param options how to start
 * @param closer stops what was started
 */
record Starter(LocalOptions options, Closer closer) {
  /** Those whose first answer somebody waits for come first. */
  private static final List<String> WARM_FIRST =
      List.of("Console", "Webhook", "Intake", "Dispatch", "Build", "ChangeSet", "Deploy");

  LocalSystem start() throws Exception {
    Workspace workspace = options.workspace();
    closer.add(OnlyOne.take(workspace));
    CloudAssembly assembly = CloudAssembly.read(workspace.cloudAssembly());
    EmulatorChoice choice =
        EmulatorChoice.choose(
            options.environment(), new TestcontainersCheck(options.environment()));
    Gateway gateway = closer.add(Gateway.start(options.port()));
    GitHubStandIn github = closer.add(GitHubStandIn.start(options.githubToken()));
    SlackStandIn slack = closer.add(SlackStandIn.start());
    FunctionHost host = closer.add(FunctionHost.start(settings(choice.wayBack())));
    Future<?> unpacking = inBackground(() -> host.prepare(assembly.javaFunctions().values()));
    EmulatorStarter starter =
        new EmulatorStarter(workspace, options.python(), LocalSystem.REGION, options.progress());
    Emulator emulator = closer.add(starter.start(choice));
    AwsClients clients =
        closer.add(
            new AwsClients(emulator.endpoint(), LocalSystem.REGION, accessKey(), secretKey()));
    unpacking.get();
    Map<String, String> parameters = new HashMap<>(options.parameters());
    parameters.putIfAbsent("PublicUrl", gateway.address().toString());
    parameters.putIfAbsent("AuditKey", new SigningKeys(clients).choice());
    if (!parameters.containsKey("MailFrom")) {
      new MailIdentity(clients).verify(parameters);
    }
    parameters.putIfAbsent("GitHubApiUrl", github.address().toString());
    if (!parameters.containsKey("GitHubClientId")) {
      new SignInApp(clients, github).register(parameters);
    }
    if (!parameters.containsKey("SlackBotToken")) {
      new SlackSetup(clients, slack).register(parameters);
    }
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
    LocalState state = state(gateway, github, slack, emulator, deployment, clients);
    state.write(workspace.stateFile());
    return new LocalSystem(
        closer,
        state,
        github,
        slack,
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
            .sorted(Comparator.comparingInt(Starter::warmRank))
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
        LocalSystem.REGION,
        accessKey(),
        secretKey(),
        2,
        Duration.ofMillis(300));
  }

  private LocalState state(
      Gateway gateway,
      GitHubStandIn github,
      SlackStandIn slack,
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
        slack.address().toString(),
        emulator.endpoint().toString(),
        LocalSystem.REGION,
        deployment.output("TableName"),
        token);
  }

  private String accessKey() {
    return options.environment().getOrDefault("AWS_ACCESS_KEY_ID", "test");
  }

  private String secretKey() {
    return options.environment().getOrDefault("AWS_SECRET_ACCESS_KEY", "test");
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
