package io.stagegate.functions.dispatch;

import io.stagegate.cloud.Workflows;
import io.stagegate.model.Effect;
import io.stagegate.release.Change;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.OutboxEntry;
import io.stagegate.store.Store;
import jakarta.inject.Inject;

/**
 * Delivers outbox entries, each at least once. An entry is deleted after its delivery, so one that
 * is still there was perhaps not delivered.
 */
final class Outbox {
  private final Store store;
  private final Workflows workflows;

  @Inject
  Outbox(Store store, Workflows workflows) {
    this.store = store;
    this.workflows = workflows;
  }

  void deliver(OutboxEntry entry) {
    switch (entry.effect()) {
      case Effect.StartBuild start ->
          workflows.start(
              Workflows.Machine.BUILD,
              start.executionName(),
              Codec.write(Change.ofBuild(start.project(), start.build())));
      case Effect.StartRelease start ->
          workflows.start(
              Workflows.Machine.RELEASE,
              start.executionName(),
              Codec.write(Change.ofRelease(start.project(), start.release())));
      case Effect.Resume resume -> workflows.resume(resume.token(), resume.output());
    }
    store.transact(
        tx -> {
          tx.delete(Keys.outbox(entry.id()));
          return entry;
        });
  }
}
