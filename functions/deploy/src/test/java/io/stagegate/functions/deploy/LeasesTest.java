package io.stagegate.functions.deploy;

import static io.stagegate.model.StageName.DEV;
import static io.stagegate.model.StageName.PRODUCTION;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.functions.deploy.Leases.Held;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.model.Release;
import io.stagegate.release.Change;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import io.stagegate.store.TaskToken;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private static final Held NOT_HELD = new Held(false, 0);

  private final Scene scene = new Scene();
  private final Leases leases = scene.leases;
  private final Change first = scene.release();
  private final Change second = scene.release();
  private final Change third = scene.release();

  @Test
  void whoComesFirstHasTheRight() {
    assertThat(leases.take(first)).isEqualTo(new Held(true, 1));
    assertThat(scene.lease(PRODUCTION)).isEqualTo(new Lease(1, first.id(), List.of()));
    assertThat(scene.release(first).phase()).isEqualTo(Release.Phase.REQUESTED);
  }

  @Test
  void takingAgainChangesNothing() {
    leases.take(first);
    leases.take(second);
    var lease = scene.lease(PRODUCTION);
    var events = scene.events();

    assertThat(leases.take(first)).isEqualTo(new Held(true, 1));
    assertThat(leases.take(second)).isEqualTo(NOT_HELD);
    assertThat(scene.lease(PRODUCTION)).isEqualTo(lease);
    assertThat(scene.events()).isEqualTo(events);
  }

  @Test
  void whoComesLaterStandsInLineAndSaysBehindWhom() {
    leases.take(first);

    assertThat(leases.take(second)).isEqualTo(NOT_HELD);
    assertThat(leases.take(third)).isEqualTo(NOT_HELD);

    assertThat(scene.lease(PRODUCTION).line()).containsExactly(second.id(), third.id());
    assertThat(scene.release(second).phase()).isEqualTo(Release.Phase.WAITING_FOR_TARGET);
    assertThat(scene.events())
        .filteredOn(event -> event.type().equals("release.waiting"))
        .extracting(Event::text)
        .containsExactly(
            "Waits for production, which shop-release-1 is changing, at place 2 in line.",
            "Waits for production, which shop-release-1 is changing, at place 1 in line.");
  }

  @Test
  void eachTargetHasALeaseOfItsOwn() {
    leases.take(first);
    var build = scene.build(3);

    assertThat(leases.take(build)).isEqualTo(new Held(true, 1));
    assertThat(scene.lease(DEV).holder()).isEqualTo("shop-build-3");
    assertThat(scene.lease(PRODUCTION).holder()).isEqualTo(first.id());
  }

  @Test
  void aBuildInLineKeepsItsState() {
    var builds = List.of(scene.build(3), scene.build(4));
    leases.take(builds.getFirst());
    var before = scene.readBuild(4);

    assertThat(leases.take(builds.getLast())).isEqualTo(NOT_HELD);
    assertThat(scene.readBuild(4)).isEqualTo(before);
    assertThat(scene.lease(DEV).line()).containsExactly("shop-build-4");
  }

  @Test
  void leavingWakesTheNextWithItsFence() {
    leases.take(first);
    leases.take(second);
    leases.take(third);
    assertThat(leases.await(second, "token-2")).isEqualTo(NOT_HELD);
    assertThat(leases.await(third, "token-3")).isEqualTo(NOT_HELD);

    assertThat(leases.leave(first)).isEqualTo(NOT_HELD);

    assertThat(scene.lease(PRODUCTION)).isEqualTo(new Lease(2, second.id(), List.of(third.id())));
    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-2", Codec.write(new Held(true, 2))));
    assertThat(token(second)).isEmpty();
    assertThat(token(third)).isEqualTo("token-3");
  }

  @Test
  void leavingAgainWakesNobodyElse() {
    leases.take(first);
    leases.take(second);
    leases.take(third);
    leases.await(second, "token-2");
    leases.await(third, "token-3");
    leases.leave(first);
    var lease = scene.lease(PRODUCTION);

    leases.leave(first);

    assertThat(scene.lease(PRODUCTION)).isEqualTo(lease);
    assertThat(resumed()).hasSize(1);
  }

  @Test
  void whoLeavesTheLineIsPassedOver() {
    leases.take(first);
    leases.take(second);
    leases.take(third);
    leases.await(second, "token-2");
    leases.await(third, "token-3");

    leases.leave(second);
    assertThat(resumed()).isEmpty();
    leases.leave(first);

    assertThat(scene.lease(PRODUCTION).holder()).isEqualTo(third.id());
    assertThat(resumed()).extracting(Effect.Resume::token).containsExactly("token-3");
  }

  @Test
  void theLastToLeaveLeavesTheTargetFree() {
    leases.take(first);
    leases.leave(first);

    assertThat(scene.lease(PRODUCTION)).isEqualTo(new Lease(1, null, List.of()));
    assertThat(resumed()).isEmpty();
    assertThat(leases.take(second)).isEqualTo(new Held(true, 2));
  }

  @Test
  void whoGotTheRightBeforeWaitingGoesOnAtOnce() {
    leases.take(first);
    leases.take(second);
    leases.leave(first);
    assertThat(resumed()).isEmpty();

    assertThat(leases.await(second, "token-2")).isEqualTo(new Held(true, 2));

    assertThat(resumed())
        .containsExactly(new Effect.Resume("token-2", Codec.write(new Held(true, 2))));
    assertThat(token(second)).isEmpty();
  }

  @Test
  void waitingAgainKeepsTheNewerToken() {
    leases.take(first);
    leases.take(second);
    leases.await(second, "token-2");
    leases.await(second, "token-2b");
    leases.leave(first);

    assertThat(resumed()).extracting(Effect.Resume::token).containsExactly("token-2b");
  }

  @Test
  void noEventTellsAToken() {
    leases.take(first);
    leases.take(second);
    leases.await(second, "token-2");
    leases.leave(first);

    assertThat(scene.events()).extracting(Event::text).noneMatch(text -> text.contains("token-2"));
  }

  private String token(Change change) {
    return scene
        .store
        .read(Keys.token(SHOP, "lease-" + change.id()))
        .map(TaskToken::token)
        .orElse("");
  }

  private List<Effect.Resume> resumed() {
    return scene.store.effects().stream()
        .filter(Effect.Resume.class::isInstance)
        .map(Effect.Resume.class::cast)
        .toList();
  }
}
