package io.stagegate.functions.build;

import static io.stagegate.functions.build.Fixtures.CLOCK;
import static io.stagegate.functions.build.Fixtures.NOW;
import static io.stagegate.functions.build.Fixtures.SHA;
import static io.stagegate.functions.build.Fixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.functions.build.TakeDelivery.Outcome;
import io.stagegate.model.Build;
import io.stagegate.model.Effect;
import io.stagegate.model.Event;
import io.stagegate.model.Push;
import io.stagegate.model.StageName;
import io.stagegate.source.WebhookMessage;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeDeliveryTest {
  private final MemoryStore store = new MemoryStore(CLOCK);
  private final TakeDelivery deliveries = new TakeDelivery(store, CLOCK);

  @BeforeEach
  void project() {
    Fixtures.save(store, Fixtures.shop());
  }

  private static WebhookMessage push(String delivery, String ref, String sha) {
    return push(
        delivery,
        new Push(ref, false, Push.NOWHERE, sha, "Say hello\n\nand more", "Ada", Set.of()));
  }

  private static WebhookMessage move(String delivery, String before, String after) {
    return push(delivery, new Push("refs/heads/main", false, before, after, "", "Ada", Set.of()));
  }

  private static WebhookMessage push(String delivery, Push push) {
    return WebhookMessage.of(delivery, SHOP, push, NOW);
  }

  private List<Event> events() {
    return store.list(Keys.events(SHOP), 100, null).items();
  }

  @Test
  void aPushBecomesABuildWithWhatStartsIt() {
    assertThat(deliveries.take(push("d1", "refs/heads/main", SHA)))
        .isEqualTo(new Outcome.Queued(List.of(1)));

    var build = store.read(Keys.build(SHOP, 1)).orElseThrow();
    assertThat(build.state()).isEqualTo(Build.State.QUEUED);
    assertThat(build.commit().sha()).isEqualTo(SHA);
    assertThat(build.commit().message()).isEqualTo("Say hello");
    assertThat(store.effects()).containsExactly(new Effect.StartBuild(SHOP, 1));
    assertThat(store.read(Keys.stage(SHOP, StageName.DEV)).orElseThrow().latest()).isEqualTo(1);
    assertThat(store.read(Keys.stage(SHOP, StageName.PRODUCTION))).isEmpty();
    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("build.queued");
              assertThat(event.text()).isEqualTo("Build 1 of aaaaaaa for dev: Say hello");
            });
  }

  @Test
  void numbersGoOn() {
    deliveries.take(push("d1", "refs/heads/main", SHA));

    assertThat(deliveries.take(push("d2", "refs/heads/main", "b".repeat(40))))
        .isEqualTo(new Outcome.Queued(List.of(2)));
  }

  @ParameterizedTest(name = "delivery {0}, sha {1}...: {2}")
  @CsvSource({"d1, a, true", "d2, a, true", "d1, b, true", "d2, b, false"})
  void aRepeatChangesNothing(String delivery, String digit, boolean repeat) {
    deliveries.take(push("d1", "refs/heads/main", SHA));

    var outcome = deliveries.take(push(delivery, "refs/heads/main", digit.repeat(40)));

    assertThat(outcome instanceof Outcome.Repeat).isEqualTo(repeat);
    assertThat(store.effects()).hasSize(repeat ? 1 : 2);
    assertThat(events()).hasSize(repeat ? 1 : 2);
  }

  @ParameterizedTest
  @CsvSource({
    "refs/tags/v1, Tags are not built: v1.",
    "refs/heads/other, No stage follows branch other.",
    "refs/notes/x, 'Only branches are built, and refs/notes/x is none.'"
  })
  void whatIsIgnoredSaysWhy(String ref, String reason) {
    assertThat(deliveries.take(push("d1", ref, SHA))).isEqualTo(new Outcome.Ignored(reason));

    assertThat(store.effects()).isEmpty();
    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("push.ignored");
              assertThat(event.text()).isEqualTo(reason);
            });
  }

  @Test
  void aDeletedBranchIsIgnored() {
    var push = new Push("refs/heads/main", true, SHA, Push.NOWHERE, "", "", Set.of());

    assertThat(deliveries.take(push("d1", push)))
        .isEqualTo(new Outcome.Ignored("Branch main was deleted."));
  }

  /** Each move is a push of its own: A to B, back to A by force, and to B once more. */
  @Test
  void aBranchThatGoesBackIsBuiltAgain() {
    var a = "a".repeat(40);
    var b = "b".repeat(40);
    for (var move : List.of(move("d1", Push.NOWHERE, a), move("d2", a, b), move("d3", b, a))) {
      assertThat(deliveries.take(move)).isInstanceOf(Outcome.Queued.class);
    }

    assertThat(deliveries.take(move("d4", a, b))).isEqualTo(new Outcome.Queued(List.of(4)));
    assertThat(deliveries.take(move("d5", a, b))).isInstanceOf(Outcome.Repeat.class);
  }

  /** Two webhooks of one repository, the second behind the first. */
  @Test
  void oldNewsUnderAnotherIdIsARepeat() {
    var a = "a".repeat(40);
    var b = "b".repeat(40);
    deliveries.take(move("d1", Push.NOWHERE, a));
    deliveries.take(move("d2", a, b));

    assertThat(deliveries.take(move("d3", Push.NOWHERE, a))).isInstanceOf(Outcome.Repeat.class);
    assertThat(deliveries.take(move("d4", a, b))).isInstanceOf(Outcome.Repeat.class);
  }

  @Test
  void aRemovedProjectLeavesNoTrace() {
    var empty = new MemoryStore(CLOCK);

    assertThat(new TakeDelivery(empty, CLOCK).take(push("d1", "refs/heads/main", SHA)))
        .isInstanceOf(Outcome.NoProject.class);
    assertThat(empty.read(Keys.delivery(SHOP, "d1"))).isEmpty();
  }

  @Test
  void manyStagesOfABranchAreMoreThanOneTransaction() {
    Fixtures.save(store, Fixtures.withStages(24));

    var expected = IntStream.rangeClosed(1, 25).boxed().toList();
    assertThat(deliveries.take(push("d1", "refs/heads/main", SHA)))
        .isEqualTo(new Outcome.Queued(expected));
    assertThat(deliveries.take(push("d1", "refs/heads/main", SHA)))
        .isInstanceOf(Outcome.Repeat.class);
    assertThat(store.effects()).hasSize(25).doesNotHaveDuplicates();
  }
}
