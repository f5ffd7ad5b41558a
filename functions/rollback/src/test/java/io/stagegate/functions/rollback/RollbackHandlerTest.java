package io.stagegate.functions.rollback;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Log;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Ticking;
import io.stagegate.model.Release;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbackHandlerTest {
  private static final String API = "/api/v1/projects/shop/rollbacks";

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Doors doors = new Doors(clock);
  private final List<String> lines = new ArrayList<>();
  private final RollbackHandler handler =
      new RollbackHandler(
          new Rollbacks(new RequestRelease(store, clock)),
          doors.guard(),
          new Log("rollback", clock, lines::add));

  @BeforeEach
  void productionHadBothBuilds() {
    Samples.withTwoBuilds(store);
    Samples.promoted(store, 1, 1);
    Samples.promoted(store, 2, 2);
  }

  @Test
  void anApiCallAsksForARollback() {
    var answer = call("{\"build\":1}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("location", "/api/v1/projects/shop/releases/1");
    assertThat(answer.body())
        .contains(
            "\"kind\":\"ROLLBACK\"", "\"build\":1", "\"replaces\":2", "\"phase\":\"REQUESTED\"");
  }

  @Test
  void theFormLeadsToTheReleasesPage() {
    var answer = handler.answer(doors.form("/projects/shop/rollbacks", "build=1").build());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("location", "/projects/shop/releases/1");
    assertThat(store.read(Keys.release(SHOP, 1)))
        .hasValueSatisfying(release -> assertThat(release.kind()).isEqualTo(Release.Kind.ROLLBACK));
  }

  @Test
  void refusals() {
    assertThat(call("{\"build\":2}").status()).isEqualTo(409);
    assertThat(call("{\"build\":2}").body()).contains("Production has build 2 already.");
    assertThat(call("{\"build\":9}").status()).isEqualTo(404);
    assertThat(call("{\"build\":\"one\"}").status()).isEqualTo(400);
    assertThat(call("{}").body()).contains("The field build is missing.");
    assertThat(handler.answer(Requests.post(API).json("{\"build\":1}").build()).status())
        .isEqualTo(401);
    assertThat(
            handler
                .answer(
                    doors
                        .signedIn(Requests.post("/projects/shop/rollbacks"))
                        .form("build=1")
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(store.read(Keys.release(SHOP, 1))).isEmpty();
  }

  private Response call(String json) {
    return handler.answer(Doors.withToken(Requests.post(API)).json(json).build());
  }
}
