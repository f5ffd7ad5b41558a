package io.stagegate.functions.notify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/** Hands mail to Amazon SES, which makes the message of its parts: no text can become a header. */
final class SesMail implements MailPost {
  private final SesV2Client ses;
  private final String from;

  /**
   * @param from the address that mail comes from, a verified identity or of one
   */
  SesMail(SesV2Client ses, String from) {
    this.ses = ses;
    this.from = from;
  }

  @Override
  public void send(Letter letter) {
    try {
      ses.sendEmail(
          mail ->
              mail.fromEmailAddress("Stagegate <" + from + ">")
                  .destination(people -> people.toAddresses(letter.to()))
                  .content(content -> content.simple(message(letter))));
    } catch (SesV2Exception e) {
      var details = e.awsErrorDetails();
      throw new FailedException(
          "The mail service answered " + (details == null ? e.statusCode() : details.errorCode()),
          e);
    } catch (SdkException e) {
      throw new FailedException("The mail service did not answer", e);
    }
  }

  private static Message message(Letter letter) {
    return Message.builder()
        .subject(text(letter.subject()))
        .body(body -> body.text(text(letter.text())).html(text(letter.html())))
        .headers(headers(letter))
        .build();
  }

  private static List<MessageHeader> headers(Letter letter) {
    return letter.headers().entrySet().stream()
        .map(each -> MessageHeader.builder().name(each.getKey()).value(each.getValue()).build())
        .toList();
  }

  private static Content text(String data) {
    return Content.builder().data(data).charset(StandardCharsets.UTF_8.name()).build();
  }
}
