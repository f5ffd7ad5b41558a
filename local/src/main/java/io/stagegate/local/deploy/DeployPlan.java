package io.stagegate.local.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code ./stagegate deploy} is about to do.
 *
 * @param account of the credentials in use
 * @param identity whose credentials they are (ARN)
 * @param region where the stack goes
 * @param stack its name
 * @param stackStatus its state now; empty when there is none yet
 * @param bootstrap version of the CDK's bootstrap stack there; empty when it is missing
 * @param parameters of the template that are given a value
 */
public record DeployPlan(
    String account,
    String identity,
    String region,
    String stack,
    Optional<String> stackStatus,
    Optional<String> bootstrap,
    Map<String, String> parameters) {
  /**
   * The CDK's command line tool, pinned; npx brings it. Not 3.0.0, which npm calls the latest: it
   * reads cloud assemblies up to schema 43 only, and aws-cdk-lib 2.263.0 writes 54.
   */
  public static final String CDK = "aws-cdk@2.1148.1";

  public DeployPlan {
    parameters = Map.copyOf(parameters);
  }

  /** For people, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Account    " + account + "  as " + identity);
    lines.add("Region     " + region);
    lines.add(
        "Stack      "
            + stack
            + stackStatus
                .map(status -> "  is there (" + status + "), will be updated")
                .orElse("  will be created"));
    lines.add(
        "Bootstrap  "
            + bootstrap
                .map(version -> "version " + version)
                .orElse("missing, will be made: stack CDKToolkit"));
    parameters.forEach((name, value) -> lines.add("Parameter  " + name + " = " + value));
    return lines;
  }

  /** The commands, in order. */
  public List<List<String>> commands(Path cloudAssembly, Path outputs) {
    List<List<String>> all = new ArrayList<>();
    if (bootstrap.isEmpty()) {
      all.add(List.of("npx", "--yes", CDK, "bootstrap", "aws://" + account + "/" + region));
    }
    List<String> deploy =
        new ArrayList<>(
            List.of("npx", "--yes", CDK, "deploy", stack, "--app", cloudAssembly.toString()));
    // The plan has been shown and agreed to; the CDK need not ask again.
    deploy.addAll(List.of("--require-approval", "never", "--outputs-file", outputs.toString()));
    parameters.forEach((name, value) -> deploy.addAll(List.of("--parameters", name + "=" + value)));
    all.add(deploy);
    return all;
  }
}
