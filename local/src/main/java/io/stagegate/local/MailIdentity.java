package io.stagegate.local;

import io.stagegate.local.stack.AwsClients;
import java.util.Map;
import software.amazon.awssdk.services.sesv2.model.AlreadyExistsException;

/** Verifies the address that mail comes from, as an operator does with Amazon SES. */
record MailIdentity(AwsClients clients) {
  private static final String FROM = "stagegate@example.com";

  /** Verifies it, and adds the parameter about it. */
  void verify(Map<String, String> parameters) {
    try (var mail = clients.mail()) {
      mail.createEmailIdentity(create -> create.emailIdentity(FROM));
    } catch (AlreadyExistsException e) {
      // An emulator that was there before keeps what an earlier run verified.
    }
    parameters.put("MailFrom", FROM);
  }
}
