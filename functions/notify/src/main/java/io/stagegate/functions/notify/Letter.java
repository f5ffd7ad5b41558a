package io.stagegate.functions.notify;

import java.util.Map;

/**
 * One mail.
 *
 * @param text its body in plain text
 * @param html the same, for who reads that
 * @param headers beside those that every mail has; ASCII, no line breaks
 */
record Letter(String to, String subject, String text, String html, Map<String, String> headers) {
  Letter {
    headers = Map.copyOf(headers);
  }
}
