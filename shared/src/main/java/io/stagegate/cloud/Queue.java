package io.stagegate.cloud;

/** A queue that keeps the order within a group and takes each message once. */
public interface Queue {
  /**
   * Puts a message on the queue.
   *
   * @param group messages of one group are handed out one after another; at most 128 letters,
   *     digits or punctuation
   * @param once a second message with the same text here, within five minutes, is dropped; like
   *     {@code group}
   */
  void send(String body, String group, String once);
}
