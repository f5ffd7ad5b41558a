package io.stagegate.functions.console;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.link.LinkScene;
import io.stagegate.model.Approval;
import io.stagegate.model.LinkProof;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.Scope;
import io.stagegate.store.Keys;
import io.stagegate.store.NoticeKeys;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What opening bob's link shows, to whom, and that it changes nothing but who opened it. */
class LinkPagesTest {
  /** Words of the review alone. */
  private static final List<String> REVIEW = List.of("OldQueue", "PAY_PER_REQUEST");

  private final Console console = new Console();
  private final WaitingRelease release = new WaitingRelease(console);

  @BeforeEach
  void aReleaseThatWaits() {
    release.write();
  }

  @Test
  void theSignatureGoesFromTheAddressIntoACookieOfThatPage() {
    var link = console.links.to(SHOP, 1, "bob");

    var answer = opened(link, "GET");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers())
        .containsEntry("location", link.path())
        .containsEntry("cache-control", "no-store");
    assertThat(answer.cookies())
        .singleElement()
        .asString()
        .contains(link.signature(), "Path=" + link.path() + ";", "HttpOnly", "SameSite=Lax");
  }

  @Test
  void withoutASessionItSaysWhomItIsForAndNothingOfTheReview() {
    var link = console.links.to(SHOP, 1, "bob");

    var page = look(link);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("A link for bob", "/sign-in?to=" + link.path())
        .doesNotContain(REVIEW)
        .doesNotContain("/decision", "shop", link.signature());
    assertThat(page.headers())
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cache-control", "no-store");
  }

  @Test
  void toItsPersonItShowsTheReviewAndAForm() {
    var link = console.links.to(SHOP, 1, "bob");

    var page = as("bob", link);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(REVIEW)
        .contains("action=\"" + link.path() + "/decision\"", "ada asks for it")
        .doesNotContain(link.signature());
  }

  @Test
  void toSomebodyElseItShowsNothing() {
    var link = console.links.to(SHOP, 1, "bob");

    var page = as("eve", link);

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.body())
        .contains("It is for bob, and you are signed in as eve.")
        .doesNotContain(REVIEW)
        .doesNotContain("/decision");
  }

  @Test
  void whatElseIsNeededIsForTheProjectToSay() {
    var link = console.links.to(SHOP, 1, "bob");

    taking(LinkProof.CODE);
    assertThat(look(link).body())
        .contains(link.path() + "/code", "Send me a code")
        .doesNotContain(REVIEW);
    assertThat(as("eve", link).body()).doesNotContain(REVIEW);
    assertThat(as("bob", link).body()).contains(REVIEW);

    taking(LinkProof.LINK);
    assertThat(look(link).body()).contains(REVIEW).contains("/decision");
  }

  @Test
  void anAdminSaysWhatLinksTakeAndNobodyElse() {
    var link = console.links.to(SHOP, 1, "bob");
    var path = "/api/v1/projects/shop/link-proof";
    var eve = Requests.of("PUT", path).json("{\"linkProof\":\"LINK\"}");
    assertThat(console.answer(console.doors.withToken(eve, "eve", Scope.ADMIN)).status())
        .isEqualTo(403);
    assertThat(look(link).body()).doesNotContain(REVIEW);

    var admin = Doors.withToken(Requests.of("PUT", path).json("{\"linkProof\":\"CODE\"}"));
    assertThat(console.answer(admin).body()).isEqualTo("{\"linkProof\":\"CODE\"}");
    assertThat(look(link).body()).contains("Send me a code");
    var wrong = Doors.withToken(Requests.of("PUT", path).json("{\"linkProof\":\"NONE\"}"));
    assertThat(console.answer(wrong).body()).contains("it is SESSION, CODE or LINK");
  }

  @Test
  void visitsAreKeptBoundedAndShownToAdminsAlone() {
    var link = console.links.to(SHOP, 1, "bob");
    for (int i = 0; i < 25; i++) {
      opened(link, i % 2 == 0 ? "HEAD" : "GET");
    }

    var kept = console.store.read(NoticeKeys.link(link.id())).orElseThrow();
    assertThat(kept.visited()).isEqualTo(25);
    assertThat(kept.visits()).hasSize(PersonalLink.MOST_VISITS);
    assertThat(kept.visits().getLast())
        .isEqualTo(
            new PersonalLink.Visit(
                console.clock.instant(), "HEAD", "203.0.113.7", "Scanner/1.0 <script>"));
    release.told("bob");
    assertThat(console.page("/projects/shop/releases/1").body())
        .contains("Who was told", "opened 25 times", "203.0.113.7", "Scanner/1.0 &lt;script&gt;");
    assertThat(
            console
                .answer(
                    Requests.get("/projects/shop/releases/1")
                        .browser()
                        .cookie(console.doors.sessions().open("eve")))
                .body())
        .contains("Who was told")
        .doesNotContain("203.0.113.7");
  }

  @Test
  void openingNeverDecides() {
    var link = console.links.to(SHOP, 1, "bob");
    taking(LinkProof.LINK);

    for (var method : List.of("GET", "HEAD")) {
      opened(link, method);
      console.answer(Requests.of(method, link.path()).browser().cookie(link.cookie()));
      console.answer(
          Requests.of(method, link.path())
              .header("purpose", "prefetch")
              .header("sec-purpose", "prefetch;prerender")
              .cookie(link.cookie()));
      for (var form : List.of("/decision", "/code", "/proof")) {
        var answer = console.answer(Requests.of(method, link.path() + form).cookie(link.cookie()));
        assertThat(answer.status()).isIn(404, 405);
      }
    }

    assertThat(console.store.read(Keys.approval(SHOP, 1)).orElseThrow().status())
        .isEqualTo(Approval.Status.PENDING);
    assertThat(console.store.read(NoticeKeys.link(link.id())).orElseThrow().usedAt()).isNull();
  }

  @Test
  void whatIsNoLinkOfOursIsOnePlainPage() {
    var link = console.links.to(SHOP, 1, "bob");
    var other = console.links.to(SHOP, 1, "eve");
    var forged =
        List.of(
            new LinkScene.Address(link.path(), other.signature()),
            new LinkScene.Address(link.path(), link.signature().substring(1)),
            new LinkScene.Address("/links/" + "0".repeat(32), link.signature()),
            new LinkScene.Address("/links/..%2f", link.signature()),
            new LinkScene.Address("/links/x", ""));

    for (var address : forged) {
      for (var answer : List.of(opened(address, "GET"), look(address))) {
        assertThat(answer.status()).as(address.toString()).isEqualTo(403);
        assertThat(answer.cookies()).isEmpty();
        assertThat(answer.body()).doesNotContain("bob").doesNotContain(REVIEW);
      }
    }
    assertThat(console.store.read(NoticeKeys.link(link.id())).orElseThrow().visited()).isZero();
  }

  private Response opened(LinkScene.Address link, String method) {
    return console.answer(
        Requests.of(method, link.path())
            .query("s", link.signature())
            .header("User-Agent", "Scanner/1.0 <script>")
            .browser());
  }

  private Response look(LinkScene.Address link) {
    return console.answer(Requests.get(link.path()).browser().cookie(link.cookie()));
  }

  private Response as(String login, LinkScene.Address link) {
    return console.answer(
        Requests.get(link.path())
            .browser()
            .cookie(link.cookie())
            .cookie(console.doors.sessions().open(login)));
  }

  private void taking(LinkProof proof) {
    console.store.transact(
        state -> {
          var project = state.get(Keys.project(SHOP)).orElseThrow();
          state.put(Keys.project(SHOP), project.withLinkProof(proof));
          return true;
        });
  }
}
