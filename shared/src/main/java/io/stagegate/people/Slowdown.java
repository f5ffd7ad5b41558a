package io.stagegate.people;

import io.stagegate.model.Login;
import io.stagegate.model.Tries;
import io.stagegate.store.Key;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Slows down whoever keeps being refused, by the address they come from and by who they are. While
 * somebody has to wait nothing more is written, so guessing costs little.
 *
 * <p>What is long and random, a token or a signed link, is good whatever others at the same address
 * tried: only those who are wrong are told to wait.
 */
public final class Slowdown {
  /** Whoever has an IPv6 network has 2<sup>64</sup> addresses of it at least. */
  private static final int NETWORK_BYTES = 8;

  private final Store store;
  private final Clock clock;

  public Slowdown(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** How long somebody has to wait before they do anything that may be refused. */
  public Duration left(Login login) {
    return store
        .read(Keys.tries("person", login.value()))
        .map(tries -> tries.left(clock.instant()))
        .orElse(Duration.ZERO);
  }

  /** Somebody known was refused. */
  public void refused(Login login) {
    refused(Keys.tries("person", login.value()));
  }

  /**
   * Somebody unknown was wrong.
   *
   * @param address where they came from
   * @return how long they have to wait
   */
  public Duration refused(String address) {
    return refused(Keys.tries("address", network(address)));
  }

  private Duration refused(Key<Tries> key) {
    return store.transact(
        state -> {
          var now = clock.instant();
          var before = state.get(key);
          var left = before.map(tries -> tries.left(now)).orElse(Duration.ZERO);
          if (left.isPositive()) {
            return left;
          }
          var after = before.map(tries -> tries.failed(now)).orElseGet(() -> Tries.first(now));
          state.put(key, after, now.plus(Tries.FORGOTTEN));
          return after.left(now);
        });
  }

  /** What stands for an address: itself, or the network that an IPv6 address is of. */
  static String network(String address) {
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException e) {
      // What is no address at all stands for itself.
      return address;
    }
  }
}
