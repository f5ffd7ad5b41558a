package io.stagegate.functions.console;

import java.util.regex.Pattern;

/** Addresses of our own pages, and none that a browser takes for another host. */
final class OwnPages {
  private static final Pattern OWN = Pattern.compile("/([a-z0-9-][a-z0-9/-]{0,200})?");

  private OwnPages() {}

  /** Where somebody asked to be sent, if it is one of ours, else the first. */
  static String only(String to) {
    return OWN.matcher(to).matches() ? to : "/";
  }
}
