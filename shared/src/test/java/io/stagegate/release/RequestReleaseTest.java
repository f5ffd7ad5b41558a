package io.stagegate.release;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.stagegate.http.Ticking;
import io.stagegate.model.Effect;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.store.Counters;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestReleaseTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final RequestRelease releases = new RequestRelease(store, clock);

  @BeforeEach
  void project() {
    Samples.withTwoBuilds(store);
  }

  @Test
  void thePromotionOfTheCurrentBuildIsWrittenWithItsEventAndItsWorkflow() {
    var outcome = releases.promote(SHOP, StageName.DEV, 2, Samples.person("ada"));

    assertThat(outcome).isInstanceOf(RequestRelease.Outcome.Requested.class);
    var release = store.read(Keys.release(SHOP, 1)).orElseThrow();
    assertThat(release.kind()).isEqualTo(Release.Kind.PROMOTION);
    assertThat(release.source()).isEqualTo(StageName.DEV);
    assertThat(release.stage()).isEqualTo(StageName.PRODUCTION);
    assertThat(release.build()).isEqualTo(2);
    assertThat(release.replaces()).isNull();
    assertThat(release.requestedBy()).isEqualTo("ada");
    assertThat(store.read(Keys.counters(SHOP))).hasValue(new Counters(2, 1));
    assertThat(store.effects()).containsExactly(new Effect.StartRelease(SHOP, 1));
    assertThat(store.list(Keys.events(SHOP), 10, null).items())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("release.requested");
              assertThat(event.actor()).isEqualTo("ada");
            });
  }

  @Test
  void anEarlierBuildIsNotPromotedAndNothingIsWritten() {
    assertThat(releases.promote(SHOP, StageName.DEV, 1, Samples.person("ada")))
        .asInstanceOf(type(RequestRelease.Outcome.Refused.class))
        .extracting(
            RequestRelease.Outcome.Refused::reason,
            as(org.assertj.core.api.InstanceOfAssertFactories.STRING))
        .contains("build 2");
    assertThat(store.read(Keys.release(SHOP, 1))).isEmpty();
    assertThat(store.effects()).isEmpty();
    assertThat(store.list(Keys.events(SHOP), 10, null).items()).isEmpty();
  }

  @Test
  void whoMayNotAskIsToldWhichRoleWouldAndAStrangerNothing() {
    assertThat(releases.promote(SHOP, StageName.DEV, 2, Samples.person("bob")))
        .isEqualTo(new RequestRelease.Outcome.NotAllowed("It takes the role promoter or admin."));
    assertThat(releases.promote(SHOP, StageName.DEV, 2, Samples.person("mallory")))
        .isEqualTo(new RequestRelease.Outcome.Unknown("There is no project shop."));
    assertThat(store.effects()).isEmpty();
  }

  @Test
  void whatIsNotThereIsUnknown() {
    var unknown = RequestRelease.Outcome.Unknown.class;
    assertThat(releases.promote(new ProjectId("other"), StageName.DEV, 1, Samples.person("ada")))
        .isInstanceOf(unknown);
    assertThat(releases.promote(SHOP, new StageName("qa"), 1, Samples.person("ada")))
        .isInstanceOf(unknown);
    assertThat(releases.promote(SHOP, StageName.DEV, 9, Samples.person("ada")))
        .isInstanceOf(unknown);
    assertThat(releases.rollBack(new ProjectId("other"), 1, Samples.person("ada")))
        .isInstanceOf(unknown);
    assertThat(releases.rollBack(SHOP, 9, Samples.person("ada"))).isInstanceOf(unknown);
  }

  @Test
  void aRollbackGoesToABuildThatProductionHad() {
    Samples.promoted(store, 1, 1);
    Samples.promoted(store, 2, 2);

    assertThat(releases.rollBack(SHOP, 1, Samples.person("ada")))
        .isInstanceOf(RequestRelease.Outcome.Requested.class);
    var release = store.read(Keys.release(SHOP, 1)).orElseThrow();
    assertThat(release.kind()).isEqualTo(Release.Kind.ROLLBACK);
    assertThat(release.source()).isNull();
    assertThat(release.replaces()).isEqualTo(2);
    assertThat(releases.rollBack(SHOP, 2, Samples.person("ada")))
        .isInstanceOf(RequestRelease.Outcome.Refused.class);
  }

  @Test
  void aSecondReleaseGetsTheNextNumber() {
    releases.promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    releases.promote(SHOP, StageName.DEV, 2, Samples.person("ada"));

    assertThat(store.effects())
        .containsExactly(new Effect.StartRelease(SHOP, 1), new Effect.StartRelease(SHOP, 2));
  }
}
