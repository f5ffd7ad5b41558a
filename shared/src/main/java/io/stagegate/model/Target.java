package io.stagegate.model;

import java.util.Map;

/**
 * Where a stage deploys.
 *
 * @param deployRole ARN of the role that CloudFormation takes on to change this target; Stagegate's
 *     own functions never hold what it may do
 * @param parameters values for the templates' parameters; a template's own defaults fill the rest
 */
public record Target(String deployRole, Map<String, String> parameters) {
  public Target {
    parameters = Map.copyOf(parameters);
  }

  /** The name of a service's stack: {@code project-stage-service}. */
  public static String stackName(ProjectId project, StageName stage, String service) {
    return project + "-" + stage + "-" + service;
  }
}
