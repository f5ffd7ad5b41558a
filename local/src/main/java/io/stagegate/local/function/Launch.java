package io.stagegate.local.function;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the JVM of a function is started: its command and its whole environment. */
record Launch(
    List<String> command,
    Map<String, String> environment,
    Path folder,
    Path log,
    ClassArchive archive,
    boolean writesArchive) {
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  static Launch of(
      FunctionSpec spec, Unpacked code, HostSettings settings, URI endpoint, String runtimeApi) {
    return of(spec, code, settings, endpoint, runtimeApi, code.archive().join());
  }

  static Launch of(
      FunctionSpec spec,
      Unpacked code,
      HostSettings settings,
      URI endpoint,
      String runtimeApi,
      ClassArchive.Role archive) {
    Path temporary = code.root().resolveSibling("tmp-" + spec.name());
    String classPath =
        Stream.concat(settings.runtime().stream(), code.classPath().stream())
            .map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(settings.java().toString());
    // Lambda's own Java runtime gives the heap 85 % of the memory, and these collector and
    // compiler.
    command.add("-Xmx" + spec.memoryMegabytes() * 85 / 100 + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(archive.flags());
    // Otherwise the JVM tells the function's log about its archive.
    command.add("-Xlog:disable");
    command.add("-Djava.io.tmpdir=" + temporary.toAbsolutePath());
    command.add("--enable-native-access=ALL-UNNAMED");
    try {
      Files.createDirectories(temporary);
      Files.createDirectories(settings.logs());
      command.add(NativeLibrary.flag(settings.runtime(), temporary));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    command.add("-cp");
    command.add(classPath);
    command.add(MAIN);
    command.add(spec.handler());
    return new Launch(
        List.copyOf(command),
        environment(spec, code, settings, endpoint, runtimeApi),
        code.root(),
        settings.logs().resolve(spec.name() + ".log"),
        code.archive(),
        archive.writes());
  }

  /**
   * The function's own variables, and those that Lambda sets.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Defined
   *     runtime environment variables</a>
   */
  private static Map<String, String> environment(
      FunctionSpec spec, Unpacked code, HostSettings settings, URI endpoint, String runtimeApi) {
    Map<String, String> all = new LinkedHashMap<>(spec.environment());
    all.remove(FunctionHost.PROXY_VARIABLE);
    all.put("_HANDLER", spec.handler());
    all.put("LAMBDA_TASK_ROOT", code.root().toAbsolutePath().toString());
    all.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    all.put("AWS_LAMBDA_FUNCTION_NAME", spec.name());
    all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMegabytes()));
    all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
    all.put("AWS_LAMBDA_LOG_STREAM_NAME", "local");
    all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java25");
    all.put("AWS_REGION", settings.region());
    all.put("AWS_DEFAULT_REGION", settings.region());
    all.put("AWS_ACCESS_KEY_ID", settings.accessKey());
    all.put("AWS_SECRET_ACCESS_KEY", settings.secretKey());
    all.put("LANG", "en_US.UTF-8");
    all.put("TZ", ":UTC");
    all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    // The one thing that differs from Lambda: the SDK reads the emulator's address from here.
    all.put("AWS_ENDPOINT_URL", endpoint.toString());
    return Map.copyOf(all);
  }

  /** Starts the JVM; what it prints is added to the function's log. */
  Process start() {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("can't start " + command.getFirst(), e);
    }
  }
}
