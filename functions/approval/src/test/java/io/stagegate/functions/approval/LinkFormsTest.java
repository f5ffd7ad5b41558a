package io.stagegate.functions.approval;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Log;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Ticking;
import io.stagegate.link.DecideByLink;
import io.stagegate.link.LinkScene;
import io.stagegate.model.Approval;
import io.stagegate.model.Contacts;
import io.stagegate.model.LinkProof;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.Quorum;
import io.stagegate.model.StageName;
import io.stagegate.people.Codes;
import io.stagegate.release.AskPeople;
import io.stagegate.release.ChangeTeam;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.store.Due;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import io.stagegate.store.NoticeKeys;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of bob's link: who sends them, with what, and what comes of it. */
class LinkFormsTest {
  private static final Login BOB = new Login("bob");
  private static final String CODE = "K7QF-2M9X";

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Doors doors = new Doors(clock, store);
  private final LinkScene links = new LinkScene(store, doors, clock);
  private final DecisionHandler handler =
      new DecisionHandler(
          new Decisions(new Decide(store, clock)),
          new LinkForms(
              links.door,
              links.seals,
              links.cookies,
              links.codes,
              new DecideByLink(new Decide(store, clock), clock),
              clock),
          doors.guard(),
          new Log("decide", clock, line -> {}));

  @BeforeEach
  void peopleAreAsked() {
    Samples.withTwoBuilds(store);
    store.transact(
        state -> {
          var way = new Contacts.Way("bob@example.com", clock.instant());
          state.put(NoticeKeys.contacts(BOB), Contacts.none(BOB).with(Channel.MAIL, way));
          return true;
        });
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, 1, DIGEST, "token");
  }

  @Test
  void withTheirSessionItDecidesOnceAndLeadsToTheRelease() {
    var link = links.to(SHOP, 1, "bob");

    var answer = answer(bob(link, "decision=approve&comment=Fine."));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("location", "/projects/shop/releases/1");
    assertThat(approval().decision())
        .satisfies(
            decision -> {
              assertThat(decision.by()).isEqualTo("bob");
              assertThat(decision.status()).isEqualTo(Approval.Status.APPROVED);
            });
    var again = answer(bob(link, "decision=reject&comment=No."));
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.body()).contains("This link was used");
    assertThat(status()).isEqualTo(Approval.Status.APPROVED);
  }

  @Test
  void aRefusedPressLeavesItGood() {
    var link = links.to(SHOP, 1, "bob");

    assertThat(answer(bob(link, "decision=reject")).body()).contains("Say in a comment why not.");
    assertThat(answer(bob(link, "decision=maybe")).status()).isEqualTo(400);
    assertThat(answer(bob(link, "decision=reject&comment=No.")).status()).isEqualTo(303);
    assertThat(status()).isEqualTo(Approval.Status.REJECTED);
  }

  @Test
  void twoPressesOfTheSameLinkAreOneDecision() {
    askTwo();
    var link = links.to(SHOP, 1, "bob");
    assertThat(answer(bob(link, "decision=approve")).status()).isEqualTo(303);
    assertThat(approval().votes()).hasSize(1);

    assertThat(answer(bob(link, "decision=reject&comment=No.")).status()).isEqualTo(410);

    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @ParameterizedTest
  @EnumSource(
      value = LinkProof.class,
      names = {"SESSION", "CODE"})
  void theLinkAloneDecidesNothing(LinkProof proof) {
    taking(proof);
    var link = links.to(SHOP, 1, "bob");

    assertThat(answer(posted(link, "decision", "decision=approve")).status()).isEqualTo(401);
    assertThat(answer(posted(link, "decision", token(link) + "&decision=approve")).status())
        .isEqualTo(401);
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void aStolenLinkDecidesNothingForSomebodyElse() {
    var link = links.to(SHOP, 1, "bob");

    var eve = doors.formOf("eve", link.path() + "/decision", "decision=approve");
    var answer = answer(eve.cookie(link.cookie()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("This link is for bob.").doesNotContain("No data");
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
    assertThat(approval().votes()).isEmpty();
  }

  @Test
  void aFormOfAnotherPageDecidesNothing() {
    var link = links.to(SHOP, 1, "bob");
    var session = doors.sessions().open("bob");

    var without = posted(link, "decision", "decision=approve").cookie(session);
    assertThat(answer(without).status()).isEqualTo(403);
    var crossSite = bob(link, "decision=approve").header("sec-fetch-site", "cross-site");
    assertThat(answer(crossSite).status()).isEqualTo(403);
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void whereTheLinkSufficesItsOwnFormDecides() {
    taking(LinkProof.LINK);
    var link = links.to(SHOP, 1, "bob");

    assertThat(answer(posted(link, "decision", "decision=approve")).status()).isEqualTo(403);
    var other = links.to(SHOP, 1, "eve");
    assertThat(answer(posted(link, "decision", token(other) + "&decision=approve")).status())
        .as("the token of another link's form")
        .isEqualTo(403);
    var answer = answer(posted(link, "decision", token(link) + "&decision=approve"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("Approved", "said by bob");
    assertThat(status()).isEqualTo(Approval.Status.APPROVED);
  }

  @Test
  void aCodeThatWasSentToThemIsAProof() {
    taking(LinkProof.CODE);
    var link = links.to(SHOP, 1, "bob");
    assertThat(answer(posted(link, "code", token(link))).status()).isEqualTo(303);
    assertThat(answer(posted(link, "code", token(link))).status()).isEqualTo(429);
    sent(link);

    assertThat(answer(posted(link, "proof", token(link) + "&code=WRONG")).status()).isEqualTo(403);
    var proven = answer(posted(link, "proof", token(link) + "&code=" + CODE));
    assertThat(proven.status()).isEqualTo(303);
    assertThat(answer(posted(link, "proof", token(link) + "&code=" + CODE)).status())
        .as("a code is good once")
        .isEqualTo(403);
    assertThat(proven.cookies())
        .singleElement()
        .asString()
        .contains("Path=" + link.path(), "HttpOnly", "SameSite=Lax");

    var decided =
        posted(link, "decision", token(link) + "&decision=approve")
            .cookie(proven.cookies().getFirst());
    assertThat(answer(decided).status()).isEqualTo(200);
    assertThat(approval().decision()).isNotNull().extracting("by").isEqualTo("bob");
  }

  @Test
  void aProofIsForOneLinkAndHalfAnHour() {
    taking(LinkProof.CODE);
    var link = links.to(SHOP, 1, "bob");
    var proof = links.seals.proof(linkOf(link), clock.instant().plus(Duration.ofMinutes(30)));
    var other = links.to(SHOP, 1, "eve");

    var foreign =
        posted(other, "decision", token(other) + "&decision=approve")
            .cookie("stagegate-proof=" + proof);
    assertThat(answer(foreign).status()).isEqualTo(401);
    clock.pass(Duration.ofMinutes(30));
    var late =
        posted(link, "decision", token(link) + "&decision=approve")
            .cookie("stagegate-proof=" + proof);
    assertThat(answer(late).status()).isEqualTo(401);
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "…", "a.b"})
  void aTamperedLinkIsForbidden(String signature) {
    taking(LinkProof.LINK);
    var link = links.to(SHOP, 1, "bob");
    var forged = new LinkScene.Address(link.path(), signature);

    var answer = answer(posted(forged, "decision", token(link) + "&decision=approve"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("not one that Stagegate sent");
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void aForeignOrResignedLinkIsForbidden() {
    taking(LinkProof.LINK);
    var link = links.to(SHOP, 1, "bob");
    var elsewhere = new LinkScene(store, doors, clock);
    elsewhere.rotate();
    elsewhere.rotate();
    var resigned = elsewhere.to(SHOP, 1, "bob");
    var eves = links.to(SHOP, 1, "eve");

    for (var forged : List.of(resigned, new LinkScene.Address(link.path(), eves.signature()))) {
      var answer = answer(posted(forged, "decision", token(link) + "&decision=approve"));
      assertThat(answer.status()).isEqualTo(403);
    }
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void aChangedKeyKeepsTheLinksOfTheOneBeforeAndNoOlder() {
    var link = links.to(SHOP, 1, "bob");
    links.rotate();
    assertThat(answer(bob(link, "decision=reject")).status()).as("still good").isEqualTo(409);

    links.rotate();

    assertThat(answer(bob(link, "decision=reject")).status()).isEqualTo(403);
  }

  @Test
  void whatIsOverIsGone() {
    var link = links.to(SHOP, 1, "bob");
    new Decide(store, clock)
        .press(new Decide.Press(SHOP, 1, true, DIGEST, "", false, Samples.person("eve")));
    assertThat(answer(bob(link, "decision=reject&comment=No.")).status()).isEqualTo(410);

    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    new AskPeople(store, clock).ask(SHOP, 2, DIGEST, "token-2");
    var late = links.to(SHOP, 2, "bob");
    clock.pass(Duration.ofDays(7));
    var answer = answer(bob(late, "decision=approve"));
    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.body()).contains("has expired");
  }

  @Test
  void whoIsNoApproverAnyMoreDecidesNothing() {
    taking(LinkProof.LINK);
    var link = links.to(SHOP, 1, "bob");
    new ChangeTeam(store, clock).remove(SHOP, BOB, Samples.person("ada"));

    var answer = answer(posted(link, "decision", token(link) + "&decision=approve"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(status()).isEqualTo(Approval.Status.PENDING);
  }

  private Requests bob(LinkScene.Address link, String fields) {
    return doors.formOf("bob", link.path() + "/decision", fields).cookie(link.cookie());
  }

  private static Requests posted(LinkScene.Address link, String form, String fields) {
    return Requests.post(link.path() + "/" + form).browser().cookie(link.cookie()).form(fields);
  }

  private String token(LinkScene.Address link) {
    return "csrf=" + links.seals.formToken(linkOf(link));
  }

  private PersonalLink linkOf(LinkScene.Address link) {
    return store.read(NoticeKeys.link(link.id())).orElseThrow();
  }

  private void taking(LinkProof proof) {
    store.transact(
        state -> {
          var project = state.get(Keys.project(SHOP)).orElseThrow();
          state.put(Keys.project(SHOP), project.withLinkProof(proof));
          return true;
        });
  }

  private void askTwo() {
    store.transact(
        state -> {
          var one = state.get(Keys.approval(SHOP, 1)).orElseThrow();
          var quorum = new Quorum(2, Set.of(), Set.of(), false, false);
          state.put(
              Keys.approval(SHOP, 1),
              new Approval(
                  SHOP, 1, DIGEST, quorum, List.of(), one.askedAt(), one.expiresAt(), null));
          return true;
        });
  }

  /** What the notify function does with a code that is due. */
  private void sent(LinkScene.Address link) {
    var due = store.list(NoticeKeys.due(), 10, null).items();
    assertThat(due).singleElement().isInstanceOf(Due.OfCode.class);
    store.transact(
        state -> {
          var key = NoticeKeys.verification(BOB, Channel.MAIL, "LINK#" + link.id());
          state.put(key, state.get(key).orElseThrow().sent(Codes.hash(CODE)));
          state.delete(NoticeKeys.due(due.getFirst()));
          return true;
        });
  }

  private Response answer(Requests request) {
    return handler.answer(request.build());
  }

  private Approval approval() {
    return store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }

  private Approval.Status status() {
    return approval().status();
  }
}
