package io.stagegate.functions.notify;

/** Takes mail to be delivered. */
interface MailPost {
  /**
   * Takes one mail.
   *
   * @throws FailedException where it is not taken
   */
  void send(Letter letter);
}
