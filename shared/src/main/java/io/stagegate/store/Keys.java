package io.stagegate.store;

import io.stagegate.model.Account;
import io.stagegate.model.Approval;
import io.stagegate.model.Build;
import io.stagegate.model.Event;
import io.stagegate.model.Lease;
import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.PersonalToken;
import io.stagegate.model.Project;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Push;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.model.Team;
import io.stagegate.model.Tries;
import java.time.Instant;
import java.util.Locale;

/**
 * Where each record lies. Numbers and times are padded, so that the keys' order is theirs.
 *
 * <pre>
 * PROJECTS            PROJECT#p                   Project, again, for the list of all
 * PROJECT#p           PROJECT                     Project
 *                     TEAM                        Team
 *                     SLACKCHANNEL                SlackChannel
 *                     COUNTERS                    Counters
 *                     STAGE#dev                   StageStatus
 *                     LEASE#production            Lease
 *                     BUILD#000042                Build
 *                     RELEASE#000007              Release
 *                     APPROVAL#000007             Approval
 *                     TOKEN#holder                TaskToken
 *                     DELIVERY#id                 Delivery
 *                     REFUSED#000007#login        Refusal
 *                     PUSHED#dev#sha..sha         Delivery
 *                     EVENT#time#random           Event
 *                     NOTICE#000007#kind#..#login Notice
 *                     SLACK#000007#kind#..#login  SlackMessage, by the notice that posted it
 * PERSON#login        PERSON                      Account
 *                     PERSONALTOKEN#id            PersonalToken, again, for the list of somebody's
 *                     PROJECT#p                   Member, again, for the list of somebody's
 *                     CONTACTS                    Contacts
 *                     VERIFICATION#channel#..     Verification
 * PERSONALTOKEN#hash  PERSONALTOKEN               PersonalToken
 * TRIES#kind#who      TRIES                       Tries
 * SLACKUSER#id        SLACKUSER                   SlackUser
 * LINK#id             LINK                        PersonalLink
 * APPROVALS           time#p#000007               OpenApproval
 * REMINDERS           time#p#000007               Reminder
 * ROUNDS              name                        Round
 * OUTBOX              time#random                 OutboxEntry
 * NOTICES             time#...                    Due
 * </pre>
 *
 * <p>In the audit table, where nothing is deleted:
 *
 * <pre>
 * project/p           HEAD                        AuditHead
 * installation        ENTRY#000000042             AuditEntry
 * </pre>
 */
public final class Keys {
  static final String OUTBOX = "OUTBOX";
  private static final String PROJECTS = "PROJECTS";
  private static final String PERSONAL_TOKEN = "PERSONALTOKEN#";
  private static final String APPROVALS = "APPROVALS";
  private static final String REMINDERS = "REMINDERS";

  private Keys() {}

  public static Key<Project> project(ProjectId id) {
    return new Key<>(of(id), "PROJECT", Project.class);
  }

  /** The project's row in the list of all; written with {@link #project}. */
  public static Key<Project> projectInList(ProjectId id) {
    return new Key<>(PROJECTS, "PROJECT#" + id, Project.class);
  }

  public static Key<Team> team(ProjectId id) {
    return new Key<>(of(id), "TEAM", Team.class);
  }

  /** That somebody belongs to a project; written with {@link #team}. */
  public static Key<Member> membership(Login login, ProjectId id) {
    return new Key<>(of(login), "PROJECT#" + id, Member.class);
  }

  public static Key<Account> account(Login login) {
    return new Key<>(of(login), "PERSON", Account.class);
  }

  /**
   * A personal token.
   *
   * @param hash SHA-256 of the token, in hexadecimal digits
   */
  public static Key<PersonalToken> personalToken(String hash) {
    return new Key<>(PERSONAL_TOKEN + hash, "PERSONALTOKEN", PersonalToken.class);
  }

  /** The token's row in the list of its owner's; written with {@link #personalToken}. */
  public static Key<PersonalToken> personalTokenInList(Login owner, String id) {
    return new Key<>(of(owner), PERSONAL_TOKEN + id, PersonalToken.class);
  }

  /**
   * How often somebody was refused.
   *
   * @param kind what they are told apart by: {@code person} or {@code address}
   */
  public static Key<Tries> tries(String kind, String who) {
    return new Key<>("TRIES#" + kind + "#" + who, "TRIES", Tries.class);
  }

  public static Key<Counters> counters(ProjectId id) {
    return new Key<>(of(id), "COUNTERS", Counters.class);
  }

  public static Key<StageStatus> stage(ProjectId id, StageName stage) {
    return new Key<>(of(id), "STAGE#" + stage, StageStatus.class);
  }

  public static Key<Lease> lease(ProjectId id, StageName stage) {
    return new Key<>(of(id), "LEASE#" + stage, Lease.class);
  }

  public static Key<Build> build(ProjectId id, int number) {
    return new Key<>(of(id), "BUILD#" + padded(number), Build.class);
  }

  public static Key<Release> release(ProjectId id, int number) {
    return new Key<>(of(id), "RELEASE#" + padded(number), Release.class);
  }

  public static Key<Approval> approval(ProjectId id, int release) {
    return new Key<>(of(id), "APPROVAL#" + padded(release), Approval.class);
  }

  public static Key<OpenApproval> openApproval(Approval approval) {
    return openApproval(
        new OpenApproval(approval.project(), approval.release(), approval.expiresAt()));
  }

  public static Key<OpenApproval> openApproval(OpenApproval open) {
    return new Key<>(
        APPROVALS, at(open.expiresAt(), open.project(), open.release()), OpenApproval.class);
  }

  public static Key<Reminder> reminder(Reminder reminder) {
    return new Key<>(
        REMINDERS, at(reminder.at(), reminder.project(), reminder.release()), Reminder.class);
  }

  /** How far something has come with all open approvals. */
  public static Key<Round> round(String name) {
    return new Key<>("ROUNDS", name, Round.class);
  }

  /** The token of a workflow that waits: for people ({@code approval-7}) or in line. */
  public static Key<TaskToken> token(ProjectId id, String waiter) {
    return new Key<>(of(id), "TOKEN#" + waiter, TaskToken.class);
  }

  public static Key<Delivery> delivery(ProjectId id, String delivery) {
    return new Key<>(of(id), "DELIVERY#" + delivery, Delivery.class);
  }

  /** That a push moved a stage's branch. */
  public static Key<Delivery> pushed(ProjectId id, StageName stage, Push push) {
    var move = push.before() + ".." + push.after();
    return new Key<>(of(id), "PUSHED#" + stage + "#" + move, Delivery.class);
  }

  public static Key<OutboxEntry> outbox(String id) {
    return new Key<>(OUTBOX, id, OutboxEntry.class);
  }

  static Key<Event> event(Event event, String random) {
    return new Key<>(of(event.project()), "EVENT#" + time(event.at()) + "#" + random, Event.class);
  }

  public static Listing<Project> projects() {
    return new Listing<>(PROJECTS, "PROJECT#", false, Project.class);
  }

  /** The projects that somebody belongs to. */
  public static Listing<Member> memberships(Login login) {
    return new Listing<>(of(login), "PROJECT#", false, Member.class);
  }

  /** The tokens that somebody has. */
  public static Listing<PersonalToken> personalTokens(Login owner) {
    return new Listing<>(of(owner), PERSONAL_TOKEN, false, PersonalToken.class);
  }

  public static Listing<Build> builds(ProjectId id) {
    return new Listing<>(of(id), "BUILD#", true, Build.class);
  }

  public static Listing<Release> releases(ProjectId id) {
    return new Listing<>(of(id), "RELEASE#", true, Release.class);
  }

  public static Listing<Event> events(ProjectId id) {
    return new Listing<>(of(id), "EVENT#", true, Event.class);
  }

  /** All open approvals, the first to expire in front. */
  public static Listing<OpenApproval> openApprovals() {
    return new Listing<>(APPROVALS, "", false, OpenApproval.class);
  }

  /** All reminders that are to be sent, the first to be due in front. */
  public static Listing<Reminder> reminders() {
    return new Listing<>(REMINDERS, "", false, Reminder.class);
  }

  /** All effects that wait, the oldest in front. */
  public static Listing<OutboxEntry> outbox() {
    return new Listing<>(OUTBOX, "", false, OutboxEntry.class);
  }

  static String time(Instant at) {
    return String.format(Locale.ROOT, "%015d", at.toEpochMilli());
  }

  private static String at(Instant time, ProjectId project, int release) {
    return time(time) + "#" + project + "#" + padded(release);
  }

  static String padded(int number) {
    return String.format(Locale.ROOT, "%06d", number);
  }

  static String of(ProjectId id) {
    return "PROJECT#" + id;
  }

  static String of(Login login) {
    return "PERSON#" + login;
  }
}
