package io.stagegate.functions.console.page;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.SignedHead;
import io.stagegate.model.Approval;
import io.stagegate.model.Build;
import io.stagegate.model.Contacts;
import io.stagegate.model.Event;
import io.stagegate.model.LinkProof;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.PersonalToken;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Release;
import io.stagegate.model.Stage;
import io.stagegate.model.Team;
import io.stagegate.model.Verification;
import io.stagegate.release.Ahead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each page shows. */
public final class Models {
  private Models() {}

  /**
   * Signing in.
   *
   * @param to where to go then
   * @param wrong whether a token was given that is none
   * @param gitHub whether one can sign in by GitHub too
   */
  public record SignIn(Chrome chrome, String to, boolean wrong, boolean gitHub) {}

  /**
   * How somebody is reached.
   *
   * @param waiting addresses that wait for their code
   */
  public record AccountPage(Chrome chrome, Contacts contacts, List<Verification> waiting) {}

  /**
   * A personal link's page, to whom it is for.
   *
   * @param review the review as HTML, safe as it is
   * @param token what its form carries
   */
  public record LinkPage(
      Chrome chrome,
      PersonalLink link,
      Approval approval,
      Release release,
      Build build,
      String review,
      String reviewStyle,
      String token) {
    /** What is decided on, in a few words. */
    public String what() {
      return switch (release.kind()) {
        case PROMOTION -> "Promote build " + release.build() + " to " + release.stage() + "?";
        case ROLLBACK -> "Roll " + release.stage() + " back to build " + release.build() + "?";
      };
    }
  }

  /**
   * A personal link's page, before its reader has shown to be the one it is for.
   *
   * @param codeSent whether a code is waited for
   */
  public record LinkProofPage(
      Chrome chrome, PersonalLink link, LinkProof proof, boolean codeSent, String token) {
    public boolean takesCode() {
      return proof == LinkProof.CODE;
    }
  }

  /** A personal link's page, to somebody else. */
  public record LinkElsePage(Chrome chrome, PersonalLink link) {}

  /** Somebody's personal tokens. */
  public record Tokens(Chrome chrome, List<PersonalToken> tokens) {}

  /**
   * A token that was just made.
   *
   * @param text the token itself
   */
  public record TokenMade(Chrome chrome, PersonalToken token, String text) {}

  /** A question that waits for this page's reader. */
  public record Waiting(Release release, Approval approval) {
    /** What it is about, in one sentence. */
    public String headline() {
      var review = release.review();
      return review == null ? "Build " + release.build() + "." : review.headline();
    }
  }

  /**
   * The projects.
   *
   * @param waiting what waits for this page's reader
   * @param operator whether this page's reader may add one
   * @param next address of the next page; null at the end
   */
  public record Projects(
      Chrome chrome,
      List<Waiting> waiting,
      List<Project> projects,
      boolean operator,
      @Nullable String next) {}

  /** A project that was just added, with what GitHub is to be told. */
  public record Added(Chrome chrome, Project project, String webhook, String secret) {}

  /**
   * A project's webhook.
   *
   * @param secret one that was made just now; else empty
   * @param previousUntil how long the one before counts; null where it doesn't
   */
  public record Webhook(
      Chrome chrome, Project project, String url, String secret, @Nullable Instant previousUntil) {}

  /**
   * A project.
   *
   * @param waiting the releases that wait for a decision
   * @param more address of the builds before those shown; null where there are none
   * @param shortfall that its team has too few people to approve; empty where it has enough
   * @param admin whether this page's reader is one
   */
  public record ProjectPage(
      Chrome chrome,
      Project project,
      List<StageCard> stages,
      List<Release> waiting,
      List<BuildRow> builds,
      List<Release> releases,
      @Nullable String more,
      String shortfall,
      boolean admin) {}

  /**
   * Who belongs to a project.
   *
   * @param admin whether this page's reader may change it
   */
  public record Members(Chrome chrome, Team team, boolean admin) {}

  /**
   * A project's audit log.
   *
   * @param entries the newest in front
   * @param signed the newest signed head; null where there is none
   * @param next address of the entries before those shown; null at the end
   */
  public record Audit(
      Chrome chrome,
      ProjectId project,
      List<AuditEntry> entries,
      @Nullable SignedHead signed,
      @Nullable String next) {}

  /**
   * A stage.
   *
   * @param current its current build; null before the first
   * @param latest the newest build made for it, where that is not the current one
   * @param promote whether its current build may be promoted; null on production
   */
  public record StageCard(
      Stage stage, @Nullable Build current, @Nullable Build latest, @Nullable Answer promote) {}

  /**
   * A build in a list.
   *
   * @param rollBack whether production may go back to it
   */
  public record BuildRow(Build build, Answer rollBack, boolean inProduction) {}

  /**
   * Whether something may be asked for.
   *
   * @param reason why not; empty where it may
   * @param override whether an admin may, in spite of that, with a reason
   */
  public record Answer(String reason, boolean override) {
    public Answer(String reason) {
      this(reason, false);
    }

    public boolean allowed() {
      return reason.isEmpty();
    }
  }

  /** A build. */
  public record BuildPage(
      Chrome chrome, Project project, Build build, Answer promote, BuildRow row) {}

  /**
   * A release.
   *
   * @param build the build it brings
   * @param replaced the build that was there; null where none was
   * @param approval the question to people; null until they are asked
   * @param review the review as HTML, safe as it is; empty until it is written
   * @param reviewStyle where the review's stylesheet is served
   * @param ahead how far the source stage has moved on; null where it hasn't
   * @param events what happened to it, the oldest in front
   * @param deciders how many people could say yes
   * @param mayWithdraw whether this page's reader may take it back
   * @param shortfall that the team has too few people to approve it; empty where it has enough, or
   *     people are asked
   * @param frozen that its stage is frozen now; empty where it is not, or that does not hold it up
   * @param again whether it may be asked for again; null where it did not end so
   * @param told who was told what of it
   */
  public record ReleasePage(
      Chrome chrome,
      Project project,
      Release release,
      Build build,
      @Nullable Build replaced,
      @Nullable Approval approval,
      String review,
      String reviewStyle,
      @Nullable Ahead ahead,
      List<Event> events,
      long deciders,
      boolean mayWithdraw,
      String shortfall,
      String frozen,
      @Nullable Answer again,
      List<Told> told) {

    /** Whether enough people can say yes. */
    public boolean enough() {
      return approval == null || deciders >= approval.quorum().needed();
    }

    /** Whether this page's reader can decide now. */
    public boolean open() {
      return approval != null
          && approval.status() == Approval.Status.PENDING
          && !release.phase().ended()
          && chrome.now().isBefore(approval.expiresAt());
    }

    public boolean rollback() {
      return release.kind() == Release.Kind.ROLLBACK;
    }

    /** Whether it goes on by itself, so that looking again is worth it. */
    public boolean atWork() {
      return Sentences.atWork(release.phase());
    }

    /** What the release does with its build, or did. */
    public String broughtWord() {
      return switch (release.phase()) {
        case SUCCEEDED -> release.stage() + " got";
        case REQUESTED, WAITING_FOR_TARGET, PREPARING, WAITING_FOR_APPROVAL, DEPLOYING ->
            "this release brings";
        case NOTHING_TO_DO, REJECTED, EXPIRED, SUPERSEDED, FAILED -> "this release was to bring";
      };
    }

    /** What is going on, or how it ended, in a sentence. */
    public String sentence() {
      return Sentences.of(this);
    }
  }
}
