package io.stagegate.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** The secrets AWS makes up when the stack is created; nobody has to know them beforehand. */
final class Secrets extends Construct {

  /** All of ASCII's: letters and digits pass through headers, shells and forms as they are. */
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private final Secret apiToken;
  private final Secret sessionKey;
  private final Secret linkKey;

  Secrets(Stack stack) {
    super(stack, "Secrets");
    apiToken = generated("ApiToken", "Signs the administrator in and authorizes calls", 40);
    sessionKey = generated("SessionKey", "Signs the sessions of the console", 64);
    linkKey = generated("LinkKey", "Signs the personal links in mails", 64);
    Findings.explain(
        this,
        "AwsSolutions-SMG4",
        "A new session key signs everybody out, a new token breaks the clients that hold it, a"
            + " second new link key ends the links in mails that wait: each is changed by hand, as"
            + " docs/operations.md says, not on a schedule.");
  }

  /** 40 letters and digits. */
  Secret apiToken() {
    return apiToken;
  }

  /** 64 letters and digits. */
  Secret sessionKey() {
    return sessionKey;
  }

  /** 64 letters and digits. */
  Secret linkKey() {
    return linkKey;
  }

  private Secret generated(String id, String description, int length) {
    return Secret.Builder.create(this, id)
        .description("Stagegate: " + description)
        .generateSecretString(
            SecretStringGenerator.builder()
                .passwordLength(length)
                .excludePunctuation(true)
                // Said a second time for emulators, which read this one only.
                .excludeCharacters(PUNCTUATION)
                .build())
        .build();
  }
}
