package io.stagegate.functions.notify;

import io.stagegate.functions.notify.page.CodePage;
import io.stagegate.functions.notify.page.MailPage;
import io.stagegate.link.Links;
import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;
import io.stagegate.notice.Plain;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells people by mail. All mails of a release refer to the same message id, so that mail readers
 * show them as one thread; the mail service gives each its own.
 */
final class MailMessenger implements Messenger {
  private static final int LONGEST_SUBJECT = 120;
  private static final Map<String, String> AUTOMATIC =
      Map.of("Auto-Submitted", "auto-generated", "X-Auto-Response-Suppress", "All");

  private final MailPost post;
  private final MailHtml html;
  private final Links links;
  private final String publicUrl;

  /**
   * @param publicUrl the console's address, without a slash at its end
   */
  MailMessenger(MailPost post, MailHtml html, Links links, String publicUrl) {
    this.post = post;
    this.html = html;
    this.links = links;
    this.publicUrl = publicUrl;
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.MAIL;
  }

  @Override
  public void tell(Notice notice, NoticeText text, String address) {
    var page = new MailPage(text, link(notice, text), publicUrl + "/account");
    var subject = Plain.line("[" + page.project() + "] " + page.title(), LONGEST_SUBJECT);
    var thread = "<release-%d.%s@stagegate.invalid>".formatted(notice.release(), notice.project());
    post.send(new Letter(address, subject, MailText.of(page), html.of(page), headers(thread)));
  }

  @Override
  public void verify(Verification verification, String code) {
    var page = new CodePage(verification, code);
    post.send(
        new Letter(
            verification.address(), page.title(), MailText.of(page), html.of(page), AUTOMATIC));
  }

  private static Map<String, String> headers(String thread) {
    var headers = new HashMap<>(AUTOMATIC);
    headers.put("References", thread);
    headers.put("In-Reply-To", thread);
    return headers;
  }

  private @Nullable String link(Notice notice, NoticeText text) {
    var approval = text.approval();
    return switch (notice.kind()) {
      case ASKED, REMINDER -> approval == null ? null : links.address(approval, notice.to());
      case CLOSED, ENDED -> null;
    };
  }
}
