package io.stagegate.functions.dispatch;

import io.stagegate.cloud.Workflows;
import io.stagegate.model.Effect;
import io.stagegate.notice.Announce;
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
  private final Announce announce;
  private final LostWorkflows lost;

  @Inject
  Outbox(Store store, Workflows workflows, Announce announce, LostWorkflows lost) {
    this.store = store;
    this.workflows = workflows;
    this.announce = announce;
    this.lost = lost;
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
      case Effect.Resume resume -> {
        if (!workflows.resume(resume.token(), resume.output())) {
          lost.look(resume);
        }
      }
      case Effect.Announce what -> announce.tell(what, entry.at());
    }
    store.transact(
        tx -> {
          tx.delete(Keys.outbox(entry.id()));
          return entry;
        });
  }
}
