package io.stagegate.functions.notify;

import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers what it sent, and fails as often as it is told to. */
final class FailingMessenger implements Messenger {
  final List<String> sent = new ArrayList<>();
  final List<String> codes = new ArrayList<>();
  int failures;
  boolean crash;

  /** Happens once, while a message is being sent. */
  @Nullable Runnable meanwhile;

  @Override
  public Notice.Channel channel() {
    return Notice.Channel.MAIL;
  }

  @Override
  public void tell(Notice notice, NoticeText text, String address) {
    if (crash) {
      throw new OutOfMemoryError("the process ends here");
    }
    if (meanwhile != null) {
      var once = meanwhile;
      meanwhile = null;
      once.run();
    }
    fail();
    sent.add(address + ": " + text.title());
  }

  @Override
  public void verify(Verification verification, String code) {
    codes.add(code);
    fail();
  }

  private void fail() {
    if (failures > 0) {
      failures--;
      throw new FailedException("The mail service answered Throttling");
    }
  }
}
