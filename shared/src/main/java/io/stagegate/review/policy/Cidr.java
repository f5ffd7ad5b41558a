package io.stagegate.review.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * A range of IP addresses, {@code 10.0.0.0/8} or {@code 2001:db8::/32}; one address is a range too.
 *
 * @param bits 32 or 128
 * @param first the first address as a number
 * @param prefix how many leading bits all addresses share
 */
public record Cidr(int bits, BigInteger first, int prefix) {

  /** Empty where the text is no range, such as a reference to a parameter. */
  public static Optional<Cidr> of(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<byte[]> address =
        parts[0].contains(":") ? six(parts[0]) : four(List.of(parts[0].split("\\.", -1)));
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int bits = address.get().length * 8;
    Optional<Integer> prefix = parts.length == 1 ? Optional.of(bits) : number(parts[1], 10, bits);
    return prefix.map(
        p -> {
          BigInteger number = new BigInteger(1, address.get());
          return new Cidr(bits, number.shiftRight(bits - p).shiftLeft(bits - p), p);
        });
  }

  /** True where it is every address of its kind. */
  public boolean everywhere() {
    return prefix == 0;
  }

  /** True where all addresses of the other are among its own. */
  public boolean covers(Cidr other) {
    return bits == other.bits
        && prefix <= other.prefix
        && first.shiftRight(bits - prefix).equals(other.first.shiftRight(bits - prefix));
  }

  private static Optional<byte[]> four(List<String> parts) {
    byte[] address = new byte[4];
    for (int i = 0; i < 4; i++) {
      Optional<Integer> part = parts.size() == 4 ? number(parts.get(i), 10, 255) : Optional.empty();
      if (part.isEmpty()) {
        return Optional.empty();
      }
      address[i] = part.get().byteValue();
    }
    return Optional.of(address);
  }

  private static Optional<byte[]> six(String text) {
    int gap = text.indexOf("::");
    List<String> head = groups(gap < 0 ? text : text.substring(0, gap));
    List<String> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
    int given = head.size() + tail.size();
    if (gap < 0 ? given != 8 : given > 7) {
      return Optional.empty();
    }
    byte[] address = new byte[16];
    for (int i = 0; i < given; i++) {
      boolean front = i < head.size();
      Optional<Integer> group = number(front ? head.get(i) : tail.get(i - head.size()), 16, 0xffff);
      if (group.isEmpty()) {
        return Optional.empty();
      }
      int place = front ? i : 8 - given + i;
      address[place * 2] = (byte) (group.get() >> 8);
      address[place * 2 + 1] = group.get().byteValue();
    }
    return Optional.of(address);
  }

  private static List<String> groups(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
  }

  private static Optional<Integer> number(String text, int radix, int most) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= 4
            && text.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    return digits
        ? Optional.of(Integer.parseInt(text, radix)).filter(n -> n <= most)
        : Optional.empty();
  }
}
