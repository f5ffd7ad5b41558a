package io.stagegate.local.support;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Queries and forms as browsers send them. */
public final class Forms {
  private Forms() {}

  /** Reads {@code a=b&c=d}; of a name that comes twice the last counts. */
  public static Map<String, String> read(String encoded) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
