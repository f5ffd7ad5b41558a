package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LeaseTest {
  @Test
  void theFirstHasItTheOthersWaitInOrder() {
    var lease = Lease.FREE.take("a").take("b").take("c");

    assertThat(lease).isEqualTo(new Lease(1, "a", List.of("b", "c")));
    assertThat(lease.leave("a")).isEqualTo(new Lease(2, "b", List.of("c")));
    assertThat(lease.leave("b")).isEqualTo(new Lease(1, "a", List.of("c")));
    assertThat(lease.leave("a").leave("b").leave("c")).isEqualTo(new Lease(3, null, List.of()));
  }

  @Test
  void whoActsWithAnOlderFenceIsTooLate() {
    var first = Lease.FREE.take("a");
    var second = first.leave("a").take("b").leave("b").take("a");

    assertThat(first.heldBy("a", 1)).isTrue();
    assertThat(second.heldBy("a", 1)).isFalse();
    assertThat(second.heldBy("a", 3)).isTrue();
    assertThat(second.heldBy("b", 3)).isFalse();
  }

  /** Takes (even) and leaves (odd) by five, in any order. */
  @Property
  void oneHoldsItNobodyIsForgottenAndTheFenceGrowsWithEachHolder(
      @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> steps) {
    var lease = Lease.FREE;
    List<String> expected = new ArrayList<>();
    for (int step : steps) {
      var who = "r" + step / 2;
      var next = step % 2 == 0 ? lease.take(who) : lease.leave(who);
      if (step % 2 == 0 && !expected.contains(who)) {
        expected.add(who);
      } else if (step % 2 == 1) {
        expected.remove(who);
      }
      boolean newHolder = next.holder() != null && !next.holder().equals(lease.holder());
      assertThat(next.fence()).isEqualTo(lease.fence() + (newHolder ? 1 : 0));
      lease = next;
      assertThat(order(lease)).isEqualTo(expected);
    }
  }

  private static List<String> order(Lease lease) {
    List<String> order = new ArrayList<>();
    if (lease.holder() != null) {
      order.add(lease.holder());
    }
    order.addAll(lease.line());
    return order;
  }
}
