package io.stagegate.functions.console;

import io.stagegate.cloud.Secrets;
import io.stagegate.model.ProjectId;
import java.security.SecureRandom;
import java.util.HexFormat;

/** What GitHub signs a project's deliveries with: 32 random bytes, as hexadecimal digits. */
final class WebhookSecrets {
  private static final int BYTES = 32;

  private final Secrets secrets;
  private final String prefix;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param prefix what the secrets' names begin with
   */
  WebhookSecrets(Secrets secrets, String prefix) {
    this.secrets = secrets;
    this.prefix = prefix;
  }

  String nameOf(ProjectId project) {
    return prefix + "/webhook/" + project;
  }

  /**
   * Makes a project's first one.
   *
   * @throws IllegalStateException where there is one
   */
  String create(ProjectId project) {
    var secret = made();
    secrets.create(nameOf(project), secret);
    return secret;
  }

  /**
   * Makes another one.
   *
   * @param keepPrevious whether the one before counts for {@link Secrets#OVERLAP}; else it is
   *     pushed out, as it is not the one before any more
   */
  String renew(ProjectId project, boolean keepPrevious) {
    var secret = made();
    if (!keepPrevious) {
      secrets.replace(nameOf(project), made());
    }
    secrets.replace(nameOf(project), secret);
    return secret;
  }

  private String made() {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
