package io.stagegate.review;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How one secret is written in JSON, YAML, XML, addresses and Base64. */
final class SecretForms {
  /** A shorter line of a longer secret would also hide what only looks the same. */
  private static final int SHORTEST_LINE = 16;

  /** Shorter parts of Base64 turn up by chance. */
  private static final int SHORTEST_BASE64 = 8;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

  private SecretForms() {}

  static Set<String> of(String secret) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(secret);
    forms.add(secret.strip());
    secret.lines().filter(line -> line.strip().length() >= SHORTEST_LINE).forEach(forms::add);
    String json = json(secret);
    forms.add(json);
    forms.add(ascii(json));
    forms.add(ascii(json).replace("/", "\\/"));
    forms.add(json.replace("/", "\\/"));
    forms.add(json(json));
    forms.add(json(ascii(json)));
    forms.add(secret.replace("'", "''"));
    String address = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(address);
    forms.add(address.replace("+", "%20"));
    forms.add(lowerHex(address));
    forms.add(lowerHex(address.replace("+", "%20")));
    String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    forms.add(xml);
    forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
    forms.add(xml.replace("\"", "&quot;").replace("'", "&apos;"));
    encoded(secret, forms);
    return forms;
  }

  /**
   * What Base64 makes of the secret inside of longer text: it depends on how many bytes stand
   * before, by thirds, and its first and last signs on what stands beside.
   */
  private static void encoded(String secret, Set<String> forms) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(Base64.getEncoder().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().encodeToString(bytes));
    for (int before = 0; before < 3; before++) {
      byte[] shifted = ByteBuffer.allocate(before + bytes.length).put(before, bytes).array();
      int from = before == 0 ? 0 : before + 1;
      int to = shifted.length * 8 / 6;
      if (to - from >= SHORTEST_BASE64) {
        String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        String core = text.substring(from, to);
        forms.add(core);
        forms.add(core.replace('+', '-').replace('/', '_'));
      }
    }
  }

  /** The text, with every part hidden that is Base64 of something with a secret in it. */
  static String hideEncoded(String text, Predicate<String> secret) {
    Matcher encoded = BASE64.matcher(text);
    if (!encoded.find()) {
      return text;
    }
    return encoded.replaceAll(
        found -> {
          String decoded = decoded(found.group());
          boolean hide = decoded != null && secret.test(decoded);
          return Matcher.quoteReplacement(hide ? Masking.HIDDEN : found.group());
        });
  }

  private static @Nullable String decoded(String text) {
    String bare = text.replace("=", "");
    int whole = bare.length() % 4 == 1 ? bare.length() - 1 : bare.length();
    byte[] bytes = Base64.getDecoder().decode(bare.substring(0, whole));
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null; // Bytes that are no text, such as a hash.
    }
  }

  private static String json(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static String ascii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      out.append(c < 0x80 ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
    }
    return out.toString();
  }

  private static String lowerHex(String address) {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(address)
        .replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
  }
}
