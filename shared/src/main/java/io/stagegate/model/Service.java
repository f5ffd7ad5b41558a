package io.stagegate.model;

import java.util.regex.Pattern;

/**
 * A folder of the repository with one template: one CloudFormation stack per stage.
 *
 * @param name lower-case letters, digits and hyphens, 1 to 40 characters
 * @param template the template's path from the repository's root, with forward slashes
 */
public record Service(String name, String template) {
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9-]{0,38}[a-z0-9])?");

  public Service {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a service's name has 1 to 40 lower-case letters, digits or hyphens and starts with a"
              + " letter");
    }
    if (template.isEmpty()
        || template.length() > 400
        || template.startsWith("/")
        || template.indexOf('\\') >= 0
        || java.util.Arrays.asList(template.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException(
          "a service's template is a path inside the repository, at most 400 characters");
    }
  }
}
