package io.stagegate.release;

import io.stagegate.store.Keys;
import io.stagegate.store.OpenApproval;
import io.stagegate.store.Round;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all open approvals, some in each run, and from where the last run stopped: however
 * many there are, each has its turn.
 */
public final class Rounds {
  /** How many a run looks at. */
  public static final int MOST = 50;

  /** How long a run goes on with further ones. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Store store;
  private final Clock clock;
  private final String name;

  /**
   * @param name of what goes through them, for the record of how far it has come
   */
  public Rounds(Store store, Clock clock, String name) {
    this.store = store;
    this.clock = clock;
    this.name = name;
  }

  /**
   * Looks at some. One that fails keeps the others from nothing.
   *
   * @return what failed
   */
  public List<RuntimeException> run(Consumer<OpenApproval> look) {
    List<RuntimeException> failures = new ArrayList<>();
    var begun = store.read(Keys.round(name)).map(Round::after).orElse(null);
    var page = store.list(Keys.openApprovals(), MOST, begun);
    var deadline = clock.instant().plus(LONGEST);
    @Nullable String after = page.cursor();
    for (var open : page.items()) {
      if (clock.instant().isAfter(deadline)) {
        break;
      }
      try {
        look.accept(open);
      } catch (RuntimeException e) {
        failures.add(e);
      }
      after = open.equals(page.items().getLast()) ? page.cursor() : Keys.openApproval(open).sort();
    }
    if (begun != null || after != null) {
      write(new Round(after));
    }
    return failures;
  }

  private void write(Round round) {
    store.transact(
        state -> {
          state.get(Keys.round(name));
          state.put(Keys.round(name), round);
          return round;
        });
  }
}
