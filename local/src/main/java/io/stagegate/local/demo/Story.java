package io.stagegate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.Terminal;
import io.stagegate.local.github.Deliveries;
import io.stagegate.local.github.GitRepository;
import io.stagegate.local.support.Waiting;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.review.ReviewCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jsoup.nodes.Document;

/**
 * A promotion, another, and the way back, told step by step. Each step is checked: one that does
 * not happen ends the story with what was seen instead.
 */
public final class Story {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration EVERY = Duration.ofMillis(150);
  private static final String SECOND = "grace";

  private final LocalSystem system;
  private final StoryRepository repository;
  private final Terminal terminal;
  private final HttpClient client;
  private final Api api;
  private final Person person;
  private final Person second;
  private final Services services;
  private final Mailbox mail;
  private final Mailbox secondMail;

  /**
   * A story.
   *
   * @param person who adds the project, promotes and decides
   * @param second who decides too, where a review needs two
   */
  public Story(
      LocalSystem system,
      StoryRepository repository,
      Terminal terminal,
      HttpClient client,
      Person person,
      Person second) {
    this.system = system;
    this.repository = repository;
    this.terminal = terminal;
    this.client = client;
    this.person = person;
    this.second = second;
    this.api = new Api(client, system.state().api(), system.state().token());
    this.services = new Services(system, client);
    var endpoint = system.state().endpoint();
    this.mail = new Mailbox(client, endpoint, "ada@example.com");
    this.secondMail = new Mailbox(client, endpoint, SECOND + "@example.com");
  }

  /** A project as adding it gave it. */
  private record Added(ProjectId id, String service, URI webhook, String secret) {}

  /** Tells it all; returns the path of the project's page. */
  public String tell() throws Exception {
    person.signIn(system.state().token());
    var git = system.github().serve(repository.fullName(), repository.folder());

    chapter("1. Add the project");
    var project = step("add " + repository.fullName(), () -> add());
    step(SECOND + " signs in by GitHub, and is an approver too", () -> addSecond(project));
    step(
        "both say where mail reaches them, and type in the code sent there",
        () -> {
          reached(person, mail);
          return reached(second, secondMail);
        });

    chapter("2. A push builds dev by itself");
    step(
        "GitHub delivers a signed push of " + shortSha(repository.first()),
        () -> push(project, git, Deliveries.NOTHING, repository.first()));
    step("build 1 is packaged and deployed to dev", () -> built(project, 1));
    var devFirst = showAnswer(project, StageName.DEV);

    chapter("3. Promote build 1 to production");
    promote(project, 1);
    release(project, 1, "approve");
    var productionFirst = showAnswer(project, StageName.PRODUCTION);
    require(devFirst.equals(productionFirst), "production does not answer as dev did");
    step("build 1 is Promoted", () -> promoted(project, 1, 1));

    chapter("4. A second push changes dev, and only dev");
    step(
        "GitHub delivers a signed push of " + shortSha(repository.second()),
        () -> push(project, git, repository.first(), repository.second()));
    step("build 2 is packaged and deployed to dev", () -> built(project, 2));
    var devSecond = showAnswer(project, StageName.DEV);
    var productionStill = showAnswer(project, StageName.PRODUCTION);
    require(productionStill.equals(productionFirst), "production changed without a promotion");

    chapter("5. Promote build 2: read what will change, then decide");
    promote(project, 2);
    release(project, 2, "approve");
    var productionSecond = showAnswer(project, StageName.PRODUCTION);
    require(devSecond.equals(productionSecond), "production does not answer as dev does");
    step("build 2 is Promoted", () -> promoted(project, 2, 2));

    chapter("6. Roll back to build 1");
    var before = packages(project, 1);
    step("ask for a rollback to build 1", () -> rollBack(project, 1));
    release(project, 3, "approve");
    var back = showAnswer(project, StageName.PRODUCTION);
    require(back.equals(productionFirst), "production does not answer as it did with build 1");
    step(
        "no rebuild: the stored package's hashes are the same",
        () -> {
          require(packages(project, 1).equals(before), "the package of build 1 has changed");
          return before;
        });
    return "/projects/" + project.id();
  }

  private Added add() throws Exception {
    var added = api.posted("/projects", Map.of("repository", repository.fullName()));
    var id = new ProjectId(added.at("/project/id").asText());
    var stages = added.at("/project/stages");
    require(stages.size() == 2, "not two stages: " + stages);
    require(stages.at("/0/name").asText().equals("dev"), "the first stage is not dev");
    require(
        stages.at("/0/follows").asText().equals(repository.branch()),
        "dev does not follow the default branch");
    require(stages.at("/1/name").asText().equals("production"), "there is no production");
    require(
        stages.at("/1/follows").isMissingNode() || stages.at("/1/follows").isNull(),
        "production follows a branch");
    return new Added(
        id,
        added.at("/project/services/0/name").asText(),
        URI.create(added.path("webhook").path("url").asText()),
        added.path("webhook").path("secret").asText());
  }

  private JsonNode addSecond(Added project) throws Exception {
    second.signInAs(SECOND);
    return api.put(
        "/projects/" + project.id() + "/members/" + SECOND, Map.of("roles", List.of("approver")));
  }

  private JsonNode push(Added project, GitRepository git, String before, String after)
      throws Exception {
    var deliveries = new Deliveries(system.github(), client);
    var delivery =
        deliveries.push(repository.fullName(), git, repository.branch(), before, after, "ada");
    var answer = deliveries.send(project.webhook(), project.secret(), delivery);
    require(answer.statusCode() == 202, "the webhook answered " + answer.statusCode());
    return api.got("/projects/" + project.id());
  }

  private JsonNode built(Added project, int number) {
    var path = "/projects/" + project.id() + "/builds/" + number;
    return until(
        "build " + number,
        () -> {
          var answer = api.get(path);
          var state = answer.body().path("state").asText("");
          if (state.equals("FAILED")) {
            throw new StoryException(
                "build " + number + " failed: " + answer.body().at("/failure/what").asText());
          }
          return Optional.of(answer.body()).filter(build -> state.equals("DEPLOYED"));
        });
  }

  private void promote(Added project, int build) throws Exception {
    step(
        "ask to promote build " + build + " from dev",
        () ->
            api.posted(
                "/projects/" + project.id() + "/promotions",
                Map.of("stage", "dev", "build", build)));
  }

  private JsonNode rollBack(Added project, int build) throws Exception {
    return api.posted("/projects/" + project.id() + "/rollbacks", Map.of("build", build));
  }

  /** Waits for the review, shows it, decides by the page's form, and waits for the end. */
  private void release(Added project, int number, String decision) throws Exception {
    var path = "/projects/" + project.id() + "/releases/" + number;
    var asked =
        step(
            "its change set is prepared and reviewed", () -> reached(path, "WAITING_FOR_APPROVAL"));
    if (asked.path("phase").asText().equals("NOTHING_TO_DO")) {
      terminal.say("    There is nothing to do: production is like that already.");
      return;
    }
    var review = ReviewCodec.decode(api.got(path + "/review"));
    Reviews.lines(review).forEach(line -> terminal.say("    " + line));
    step(
        decision + " it by the link in the mail to " + mail.address(),
        () -> decide(person, mail.link(project.id().value(), number), decision));
    if (asked.at("/approval/needed").asInt() > 1) {
      step(
          SECOND + " does so too: data would be lost, or access is wider",
          () -> decide(second, secondMail.link(project.id().value(), number), decision));
    }
    var ended = step("CloudFormation applies exactly that", () -> reached(path, "SUCCEEDED"));
    if (ended.path("kind").asText().equals("ROLLBACK")) {
      terminal.say(
          "    From build "
              + ended.path("replaces").asText()
              + " to build "
              + ended.path("build").asText()
              + ". "
              + Reviews.backNotice(person.open(path)));
    }
  }

  /** Opens the link, which decides nothing, then sends its page's form. */
  private static Document decide(Person who, String link, String decision) throws Exception {
    var page = who.open(link);
    var form = link.substring(0, link.indexOf('?')) + "/decision";
    return who.send(
        Person.form(page, form), Map.of("decision", decision, "comment", "Looks right."));
  }

  private static Document reached(Person who, Mailbox mail) throws Exception {
    var account = who.open("/account");
    who.send(
        Person.form(account, "/account/contacts"),
        Map.of("channel", "mail", "address", mail.address()));
    var verification = "/account/contacts/mail/verification";
    return who.send(Person.form(who.open("/account"), verification), Map.of("code", mail.code()));
  }

  private JsonNode reached(String path, String phase) {
    return until(
        path + " to be " + phase,
        () -> {
          var release = api.got(path);
          var now = release.path("phase").asText();
          if (now.equals(phase) || now.equals("NOTHING_TO_DO")) {
            return Optional.of(release);
          }
          if (List.of("FAILED", "REJECTED", "EXPIRED", "SUPERSEDED", "SUCCEEDED").contains(now)) {
            throw new StoryException(
                path + " ended as " + now + ": " + release.at("/failure/what").asText("no reason"));
          }
          return Optional.empty();
        });
  }

  private JsonNode promoted(Added project, int number, int release) throws Exception {
    var build = api.got("/projects/" + project.id() + "/builds/" + number);
    require(
        build.path("promotedBy").asInt() == release,
        "build " + number + " is not marked promoted by release " + release);
    return build;
  }

  private JsonNode packages(Added project, int number) throws Exception {
    return api.got("/projects/" + project.id() + "/builds/" + number).path("packages");
  }

  private String showAnswer(Added project, StageName stage) throws Exception {
    var answer = services.answer(project.id(), stage, project.service());
    answer.ifPresent(said -> terminal.say("    " + stage + " answers: " + said));
    return answer.orElse("");
  }

  private void chapter(String title) {
    terminal.say("");
    terminal.say(title);
  }

  private <T> T step(String what, Callable<T> work) throws Exception {
    return terminal.step(what, work);
  }

  private static <T> T until(String what, Callable<Optional<T>> question) {
    return Waiting.until(what, LIMIT, EVERY, question);
  }

  private static String shortSha(String sha) {
    return sha.substring(0, 7);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new StoryException(otherwise);
    }
  }
}
