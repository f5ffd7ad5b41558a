package io.stagegate.local.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CloserTest {
  private final List<String> closed = new ArrayList<>();
  private final Closer closer = new Closer();

  private AutoCloseable named(String name) {
    return () -> closed.add(name);
  }

  @Test
  void closesLastFirstAndOnce() {
    closer.add(named("one"));
    closer.add(named("two"));
    closer.close();
    closer.close();
    assertThat(closed).containsExactly("two", "one");
  }

  @Test
  void aFailureDoesNotKeepTheOthersOpen() {
    closer.add(named("one"));
    closer.add(
        () -> {
          throw new IllegalStateException("as asked");
        });
    closer.close();
    assertThat(closed).containsExactly("one");
  }

  @Test
  void whatComesAfterTheEndIsClosedAtOnce() {
    closer.close();
    assertThatThrownBy(() -> closer.add(named("late")))
        .isInstanceOf(Closer.AlreadyClosedException.class);
    assertThat(closed).containsExactly("late");
  }
}
