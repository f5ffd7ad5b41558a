package io.stagegate.store;

import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store in memory, for tests of use cases. One transaction runs at a time; documents go through
 * the codec as they do in the table.
 */
public final class MemoryStore implements Store {
  private final TreeMap<String, TreeMap<String, String>> rows = new TreeMap<>();
  private final Clock clock;
  private long sequence;

  public MemoryStore(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized <R> R transact(Function<Transaction, R> work) {
    var transaction = new MemoryTransaction();
    R result = work.apply(transaction);
    transaction.writes.forEach(
        (key, document) -> {
          var partition = rows.computeIfAbsent(key.partition(), missing -> new TreeMap<>());
          if (document.isPresent()) {
            if (!transaction.reads.containsKey(key) && partition.containsKey(key.sort())) {
              throw new IllegalStateException("written without being read, and there: " + key);
            }
            partition.put(key.sort(), document.get());
          } else {
            partition.remove(key.sort());
          }
        });
    return result;
  }

  @Override
  public synchronized <T> Optional<T> read(Key<T> key) {
    return Optional.ofNullable(rows.getOrDefault(key.partition(), new TreeMap<>()).get(key.sort()))
        .map(document -> Codec.read(document, key.type()));
  }

  @Override
  public synchronized <T> Page<T> list(Listing<T> listing, int limit, @Nullable String cursor) {
    Comparator<String> order =
        listing.newestFirst() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    var partition = rows.getOrDefault(listing.partition(), new TreeMap<>());
    var keys =
        partition.keySet().stream()
            .filter(sort -> sort.startsWith(listing.prefix()))
            .filter(sort -> cursor == null || order.compare(sort, cursor) > 0)
            .sorted(order)
            .toList();
    var shown = keys.stream().limit(limit).toList();
    List<T> items = new ArrayList<>();
    shown.forEach(
        sort -> read(new Key<>(listing.partition(), sort, listing.type())).ifPresent(items::add));
    return new Page<>(items, keys.size() > limit ? shown.getLast() : null);
  }

  /** What waits in the outbox, the oldest in front. */
  public List<Effect> effects() {
    return list(Keys.outbox(), 1000, null).items().stream().map(OutboxEntry::effect).toList();
  }

  private final class MemoryTransaction implements Transaction {
    private final Map<Key<?>, Boolean> reads = new HashMap<>();
    private final Map<Key<?>, Optional<String>> writes = new HashMap<>();

    @Override
    public <T> Optional<T> get(Key<T> key) {
      var written = writes.get(key);
      if (written != null) {
        return written.map(document -> Codec.read(document, key.type()));
      }
      reads.put(key, true);
      return read(key);
    }

    @Override
    public <T> void put(Key<T> key, T value) {
      writes.put(key, Optional.of(Codec.write(value)));
    }

    @Override
    public <T> void put(Key<T> key, T value, Instant forgetAfter) {
      put(key, value);
    }

    @Override
    public void delete(Key<?> key) {
      writes.put(key, Optional.empty());
    }

    @Override
    public void note(Event event) {
      put(Keys.event(event, "%06d".formatted(sequence++)), event);
    }

    @Override
    public void send(Effect effect) {
      var id = Keys.time(clock.instant()) + "#%06d".formatted(sequence++);
      put(Keys.outbox(id), new OutboxEntry(id, clock.instant(), effect));
    }
  }
}
