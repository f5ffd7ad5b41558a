package io.stagegate.functions.notify;

import io.stagegate.model.Notice;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;

/**
 * Sends messages in one channel. Whatever it throws is a failure, and the message is sent again.
 */
interface Messenger {
  Notice.Channel channel();

  /**
   * Tells somebody something.
   *
   * @param address where to, verified
   */
  void tell(Notice notice, NoticeText text, String address);

  /**
   * Sends a code.
   *
   * @param code as it is to be typed in; it is never logged
   */
  void verify(Verification verification, String code);
}
