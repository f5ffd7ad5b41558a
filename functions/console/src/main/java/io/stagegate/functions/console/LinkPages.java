package io.stagegate.functions.console;

import io.stagegate.cloud.Objects;
import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.link.LinkCodes;
import io.stagegate.link.LinkCookies;
import io.stagegate.link.LinkDoor;
import io.stagegate.link.LinkDoor.Question;
import io.stagegate.link.LinkDoor.Visitor;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Refusals;
import io.stagegate.link.Visits;
import io.stagegate.model.Build;
import io.stagegate.model.LinkProof;
import io.stagegate.model.Release;
import io.stagegate.release.ReleaseView;
import io.stagegate.release.SetLinkProof;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Optional;

/**
 * The page of a personal link. Opening it remembers that it was opened, and changes nothing else.
 */
final class LinkPages {
  private final LinkDoor door;
  private final LinkSeals seals;
  private final LinkCookies cookies;
  private final LinkCodes codes;
  private final Visits visits;
  private final Store store;
  private final Objects reviews;
  private final Pages pages;
  private final Clock clock;
  private final SetLinkProof setProof;

  LinkPages(Parts parts, Store store, Objects reviews, Pages pages, Clock clock) {
    this.door = parts.door();
    this.seals = parts.seals();
    this.cookies = parts.cookies();
    this.codes = parts.codes();
    this.visits = parts.visits();
    this.store = store;
    this.reviews = reviews;
    this.pages = pages;
    this.clock = clock;
    this.setProof = new SetLinkProof(store, clock);
  }

  /** What personal links are made of. */
  record Parts(
      LinkDoor door, LinkSeals seals, LinkCookies cookies, LinkCodes codes, Visits visits) {}

  void add(Routes.Builder routes, Guard guard) {
    routes
        .get("/links/{link}", this::open)
        .put("/api/v1/projects/{project}/link-proof", guard.api(this::setProof));
  }

  /** What personal links take, as the API says it. */
  private record ProofView(LinkProof linkProof) {}

  /** Takes {@code linkProof}. */
  private Response setProof(Request request, Caller caller) {
    var proof = Fields.ofJson(request).needed("linkProof", LinkProof::of);
    return SettingAnswers.json(
        setProof.set(PathParameters.project(request), proof, caller.person()), ProofView::new);
  }

  private Response open(Request request) {
    var signature = request.query("s");
    return signature.isPresent() ? arrive(request, signature.get()) : look(request);
  }

  /** From the mail: the signature goes from the address into a cookie. */
  private Response arrive(Request request, String signature) {
    return door.link(request, signature)
        .map(
            link -> {
              visits.note(link, request);
              return Response.seeOther(request.path()).withCookie(cookies.signed(link, signature));
            })
        .orElseGet(() -> Refusals.notOurs(request));
  }

  private Response look(Request request) {
    return switch (door.visitor(request)) {
      case Visitor.Right(var question, var caller) -> decide(question, caller);
      case Visitor.Unproven(var question) -> prove(question);
      case Visitor.SomebodyElse(var question, var caller) -> somebodyElse(question, caller);
      case Visitor.NotOurs no -> Refusals.notOurs(request);
      case Visitor.NotTheirs no -> Refusals.notTheirs(request);
      case Visitor.Over(var link, var reason) -> Refusals.over(request, reason);
    };
  }

  private Response decide(Question question, Optional<Caller> caller) {
    var release = question.release();
    var link = question.link();
    var title = "Release " + release.number() + " of " + release.project();
    var chrome =
        caller
            .map(known -> Chrome.of(title, known, clock.instant()))
            .orElseGet(() -> Chrome.anonymous(title, clock.instant()));
    return pages.page(
        200,
        "link",
        new Models.LinkPage(
            chrome,
            link,
            question.approval(),
            release,
            build(release),
            review(release),
            ReviewFragment.STYLESHEET.path(),
            caller.map(Caller::csrf).orElseGet(() -> seals.formToken(link))));
  }

  private Response prove(Question question) {
    var link = question.link();
    return pages.page(
        200,
        "link-proof",
        new Models.LinkProofPage(
            Chrome.anonymous("A link for " + link.to(), clock.instant()),
            link,
            question.proof(),
            codes.waiting(link),
            seals.formToken(link)));
  }

  private Response somebodyElse(Question question, Caller caller) {
    var link = question.link();
    return pages.page(
        403,
        "link-else",
        new Models.LinkElsePage(
            Chrome.of("A link for " + link.to(), caller, clock.instant()), link));
  }

  private Build build(Release release) {
    return store
        .read(Keys.build(release.project(), release.build()))
        .orElseThrow(() -> new IllegalStateException("there is no build " + release.build()));
  }

  private String review(Release release) {
    var review = release.review();
    if (review == null) {
      throw new IllegalStateException("release " + release.number() + " has no review");
    }
    return reviews
        .get(review.key())
        .map(stored -> ReviewFragment.of(stored, ReleaseView.href(release) + "/review"))
        .orElseThrow(() -> new IllegalStateException("there is no object " + review.key()));
  }
}
