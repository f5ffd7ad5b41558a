package io.stagegate.link;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stagegate.http.Doors;
import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.http.Ticking;
import io.stagegate.model.LinkProof;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whatever somebody gives out as a link, its signature, a proof or a session: nobody is taken for
 * the one a link is for, nothing breaks and nothing changes. Lines of an input are the link's id,
 * its signature, the proof, the session and a code; {@code @} in the first two stands for bob's.
 */
class LinkFuzzTest {
  @FuzzTest
  void nobodyComesInByGuessing(byte[] bytes) {
    var clock = new Ticking(NOW.toString());
    var store = new MemoryStore(clock);
    var scene = new LinkScene(store, new Doors(clock, store), clock);
    var door = new Door(scene);
    write(store, clock);
    var bob = scene.to(SHOP, 1, "bob");
    var link = store.read(NoticeKeys.link(bob.id())).orElseThrow();
    var approval = store.read(Keys.approval(SHOP, 1)).orElseThrow();
    var lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
    var id = line(lines, 0).equals("@") ? bob.id() : line(lines, 0);
    var signature = line(lines, 1).equals("@") ? bob.signature() : line(lines, 1);
    for (var method : List.of("GET", "POST")) {
      var request =
          Requests.of(method, "/links/" + id)
              .cookie("stagegate-link=" + signature)
              .cookie("stagegate-proof=" + line(lines, 2))
              .cookie("stagegate=" + line(lines, 3))
              .query("s", signature);

      assertThat(door.answer(request.build()).status()).isIn(401, 403, 404);
    }
    assertThat(scene.codes.proof(link, line(lines, 4))).isEmpty();
    assertThat(store.read(NoticeKeys.link(bob.id()))).contains(link);
    assertThat(store.read(Keys.approval(SHOP, 1))).contains(approval);
  }

  private static String line(String[] lines, int i) {
    return i < lines.length ? lines[i] : "";
  }

  private static void write(MemoryStore store, Ticking clock) {
    Samples.withTwoBuilds(store);
    store.transact(
        state -> {
          var project = state.get(Keys.project(SHOP)).orElseThrow();
          state.put(Keys.project(SHOP), project.withLinkProof(LinkProof.CODE));
          return true;
        });
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  /** Answers by who stands there. */
  private static final class Door extends HttpFunction {
    Door(LinkScene scene) {
      super(
          Routes.builder()
              .get("/links/{link}", request -> said(scene.door.visitor(request)))
              .post("/links/{link}", request -> said(scene.door.visitor(request)))
              .build(),
          new Log("test", new Ticking(NOW.toString()), line -> {}));
    }

    private static Response said(LinkDoor.Visitor visitor) {
      return switch (visitor) {
        case LinkDoor.Visitor.Right right -> Response.text(200, "text/plain", "in");
        case LinkDoor.Visitor.Unproven unproven -> Response.text(401, "text/plain", "");
        case LinkDoor.Visitor.NotOurs no -> Response.text(403, "text/plain", "");
        case LinkDoor.Visitor.NotTheirs no -> Response.text(403, "text/plain", "");
        case LinkDoor.Visitor.SomebodyElse somebody -> Response.text(403, "text/plain", "");
        case LinkDoor.Visitor.Over over -> Response.text(410, "text/plain", "");
      };
    }
  }
}
