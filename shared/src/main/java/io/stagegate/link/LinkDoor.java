package io.stagegate.link;

import io.stagegate.http.Authentication;
import io.stagegate.http.Authentication.Identity;
import io.stagegate.http.Caller;
import io.stagegate.http.Request;
import io.stagegate.model.Approval;
import io.stagegate.model.Channel;
import io.stagegate.model.LinkProof;
import io.stagegate.model.Login;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.Project;
import io.stagegate.model.Release;
import io.stagegate.store.Keys;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Optional;

/**
 * Who stands before a personal link's page. The link's own signature comes first, then whether it
 * still can decide anything, then whether its holder has shown to be the one it is for.
 */
public final class LinkDoor {
  private final Store store;
  private final LinkSeals seals;
  private final LinkCookies cookies;
  private final Authentication authentication;
  private final Clock clock;

  public LinkDoor(
      Store store,
      LinkSeals seals,
      LinkCookies cookies,
      Authentication authentication,
      Clock clock) {
    this.store = store;
    this.seals = seals;
    this.cookies = cookies;
    this.authentication = authentication;
    this.clock = clock;
  }

  /** A link that is ours, with what it is about. */
  public record Question(PersonalLink link, Approval approval, Release release, Project project) {
    public LinkProof proof() {
      return project.proofOfLinks();
    }
  }

  /** Who stands there. */
  public sealed interface Visitor {
    /** It is not a link of ours, or was changed: 403. */
    record NotOurs() implements Visitor {}

    /** It can decide nothing any more, for a reason: 410. */
    record Over(PersonalLink link, String reason) implements Visitor {}

    /** Whom it is for may not decide on this: 403. */
    record NotTheirs(PersonalLink link) implements Visitor {}

    /** They have still to show that they are the one it is for. */
    record Unproven(Question question) implements Visitor {}

    /** Somebody else is signed in: 403. */
    record SomebodyElse(Question question, Caller caller) implements Visitor {}

    /**
     * The one it is for.
     *
     * @param caller empty where no session was needed
     */
    record Right(Question question, Optional<Caller> caller) implements Visitor {}
  }

  /** The link that a request's address and signature name. */
  public Optional<PersonalLink> link(Request request, String signature) {
    var id = request.parameter("link");
    return id.matches("[0-9a-f]{32}")
        ? store.read(NoticeKeys.link(id)).filter(link -> seals.isSignature(link, signature))
        : Optional.empty();
  }

  /** Who a request is from, by the cookie that holds the link's signature. */
  public Visitor visitor(Request request) {
    return link(request, cookies.signature(request))
        .map(link -> visitor(request, link))
        .orElseGet(Visitor.NotOurs::new);
  }

  private Visitor visitor(Request request, PersonalLink link) {
    var approval = store.read(Keys.approval(link.project(), link.release()));
    var over = over(link, approval);
    if (over.isPresent()) {
      return new Visitor.Over(link, over.get());
    }
    var release = store.read(Keys.release(link.project(), link.release()));
    var project = store.read(Keys.project(link.project()));
    if (approval.isEmpty() || release.isEmpty() || project.isEmpty()) {
      return new Visitor.NotOurs();
    }
    return theirs(link.to(), approval.get(), release.get())
        ? known(request, new Question(link, approval.get(), release.get(), project.get()))
        : new Visitor.NotTheirs(link);
  }

  private Optional<String> over(PersonalLink link, Optional<Approval> approval) {
    if (link.usedAt() != null) {
      return Optional.of("This link was used: it is good for one decision.");
    }
    if (link.expired(clock.instant())) {
      return Optional.of("This link has expired, as the time to decide has.");
    }
    if (approval.isEmpty() || !approval.get().digest().equals(link.digest())) {
      return Optional.of("This link is for a review that nobody is asked about any more.");
    }
    return approval.get().decision() == null
        ? Optional.empty()
        : Optional.of("The question that this link is for is closed.");
  }

  private boolean theirs(Login to, Approval approval, Release release) {
    return store
            .read(Keys.team(release.project()))
            .flatMap(team -> team.member(to))
            .filter(member -> member.mayDecideOn(release.stage()))
            .isPresent()
        && approval.quorum().bars(to.value()).isEmpty();
  }

  private Visitor known(Request request, Question question) {
    var link = question.link();
    if (authentication.of(request) instanceof Identity.Known(var caller)
        && caller.channel() == Channel.CONSOLE) {
      if (caller.person().login().equals(link.to())) {
        return new Visitor.Right(question, Optional.of(caller));
      }
      if (question.proof() == LinkProof.SESSION) {
        return new Visitor.SomebodyElse(question, caller);
      }
    }
    var proven =
        switch (question.proof()) {
          case SESSION -> false;
          case CODE -> seals.isProof(link, cookies.proof(request), clock.instant());
          case LINK -> true;
        };
    return proven ? new Visitor.Right(question, Optional.empty()) : new Visitor.Unproven(question);
  }
}
