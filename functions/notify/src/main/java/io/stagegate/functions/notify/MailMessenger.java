package io.stagegate.functions.notify;

import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;
import java.util.Map;

/** Tells people by mail. */
final class MailMessenger implements Messenger {
  private final MailPost post;

  MailMessenger(MailPost post) {
    this.post = post;
  }

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.MAIL;
  }

  @Override
  public void tell(Notice notice, NoticeText text, String address) {
    var body = text.title() + ".\n\n" + text.page() + "\n";
    post.send(new Letter(address, text.title(), body, "", Map.of()));
  }

  @Override
  public void verify(Verification verification, String code) {
    post.send(
        new Letter(
            verification.address(),
            "Your code for Stagegate",
            "Your code is " + code + "\n",
            "",
            Map.of()));
  }
}
