package io.stagegate.bench;

import io.stagegate.bench.empty.BareHandler;
import io.stagegate.bench.empty.LeastHandler;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.Workspace;
import io.stagegate.local.function.ColdStart;
import io.stagegate.local.function.FunctionSpec;
import io.stagegate.local.function.HostSettings;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Each function's package and cold start beside those of handlers that do nothing. All are started
 * once in each round, so that what else the machine does falls on all of them.
 */
record ColdStarts(
    LocalSystem system, Workspace workspace, Terminal terminal, Path folder, int rounds) {
  private static final double MOST = 2.5;

  void measure(Figures figures) throws Exception {
    List<FunctionSpec> functions =
        system.deployment().functions().stream()
            .sorted(Comparator.comparing(function -> name(function)))
            .toList();
    var packages = new TreeSet<>(functions.stream().map(FunctionSpec::zip).toList());
    FunctionSpec like = functions.getFirst();
    FunctionSpec bare =
        empty(like, BareHandler.class, EmptyZips.bare(packages, folder.resolve("bare.zip")));
    FunctionSpec least =
        empty(like, LeastHandler.class, EmptyZips.least(packages, folder.resolve("least.zip")));
    List<FunctionSpec> all = new ArrayList<>(functions);
    all.add(bare);
    all.add(least);
    Map<FunctionSpec, List<Duration>> times = new LinkedHashMap<>();
    // The first round unpacks the packages and brings the files into memory.
    for (int round = 0; round <= rounds; round++) {
      int now = round;
      terminal.step(
          "cold starts of " + all.size() + " functions, round " + round,
          () -> round(all, now, times));
    }
    show(figures, functions, bare, least, times);
  }

  private Map<FunctionSpec, List<Duration>> round(
      List<FunctionSpec> all, int round, Map<FunctionSpec, List<Duration>> times)
      throws InterruptedException {
    HostSettings settings = settings();
    for (FunctionSpec function : all) {
      Duration took = ColdStart.measure(function, settings, URI.create(system.state().endpoint()));
      if (round > 0) {
        times.computeIfAbsent(function, each -> new ArrayList<>()).add(took);
      }
    }
    return times;
  }

  private static void show(
      Figures figures,
      List<FunctionSpec> functions,
      FunctionSpec bare,
      FunctionSpec least,
      Map<FunctionSpec, List<Duration>> times)
      throws Exception {
    Duration bareTime = Figures.median(times.getOrDefault(bare, List.of()));
    Duration leastTime = Figures.median(times.getOrDefault(least, List.of()));
    for (FunctionSpec function : functions) {
      Duration time = Figures.median(times.getOrDefault(function, List.of()));
      figures.times("cold start of " + name(function), time, leastTime, bareTime, MOST);
    }
    Map<String, Path> zips = new TreeMap<>();
    functions.forEach(function -> zips.put(module(function), function.zip()));
    for (var zip : zips.entrySet()) {
      figures.sizes(
          "size of " + zip.getKey() + ".zip",
          Files.size(zip.getValue()),
          Files.size(least.zip()),
          Files.size(bare.zip()),
          MOST);
    }
  }

  /** The package's module: {@code webhook} of {@code io.stagegate.functions.webhook.X}. */
  private static String module(FunctionSpec function) {
    return function.handler().replaceAll("\\.[^.]*$", "").replaceAll(".*\\.", "");
  }

  /** The handler's name: {@code Webhook} of {@code WebhookHandler::handleRequest}. */
  private static String name(FunctionSpec function) {
    String type = function.handler().replaceAll("::.*", "");
    return type.substring(type.lastIndexOf('.') + 1).replace("Handler", "");
  }

  private static FunctionSpec empty(FunctionSpec like, Class<?> handler, Path zip) {
    return new FunctionSpec(
        handler.getSimpleName(),
        like.arn(),
        handler.getName() + "::handleRequest",
        zip,
        like.memoryMegabytes(),
        like.timeout(),
        like.environment());
  }

  private HostSettings settings() {
    return new HostSettings(
        folder.resolve("functions"),
        workspace.logs(),
        workspace.lambdaRuntime(),
        Path.of(System.getProperty("java.home"), "bin", "java"),
        InetAddress.getLoopbackAddress(),
        "127.0.0.1",
        LocalSystem.REGION,
        "test",
        "test",
        1,
        Duration.ofSeconds(1));
  }
}
