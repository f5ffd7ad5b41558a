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
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.Samples;
import io.stagegate.step.Step;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionHandlerTest {
  private static final String API = "/api/v1/projects/shop/releases/1/decision";
  private static final String FORM = "/projects/shop/releases/1/decision";

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final MemoryStore store = new MemoryStore(clock);
  private final Doors doors = new Doors(clock);
  private final LinkScene links = new LinkScene(store, doors, clock);
  private final List<String> lines = new ArrayList<>();
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
          new Log("decide", clock, lines::add));

  @BeforeEach
  void peopleAreAsked() throws IOException {
    Samples.withTwoBuilds(store);
    new RequestRelease(store, clock).promote(SHOP, StageName.DEV, 2, Samples.person("ada"));
    ask(
        "{\"project\":\"shop\",\"release\":1,\"digest\":\"%s\",\"token\":\"the-task-token\"}"
            .formatted(DIGEST));
  }

  @Test
  void anApiCallDecides() {
    var answer = call("{\"decision\":\"approve\",\"digest\":\"%s\",\"comment\":\"Fine.\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"APPROVED\"", "\"by\":\"admin\"", "Fine.");
    assertThat(approval().status()).isEqualTo(Approval.Status.APPROVED);
  }

  @Test
  void theFormOfThePageDecidesAndLeadsBackToIt() {
    var answer = answer(doors.form(FORM, "decision=reject&comment=No&digest=" + DIGEST));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("location", "/projects/shop/releases/1");
    assertThat(approval().status()).isEqualTo(Approval.Status.REJECTED);
    assertThat(approval().decision()).isNotNull().extracting("by").isEqualTo(Doors.MEMBER);
  }

  @Test
  void aLinkNeverDecides() {
    for (var method : List.of("GET", "HEAD", "PUT")) {
      assertThat(answer(doors.signedIn(Requests.of(method, FORM))).status()).isEqualTo(405);
    }
    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void withoutIdentityOrTheFormsTokenNothingIsDecided() {
    var fields = "decision=approve&digest=" + DIGEST;
    assertThat(answer(Requests.post(FORM).form(fields)).status()).isEqualTo(401);
    assertThat(answer(doors.signedIn(Requests.post(FORM)).form(fields)).status()).isEqualTo(403);
    assertThat(answer(Requests.post(API).json("{}")).status()).isEqualTo(401);
    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void aSecondDecisionIsToldWhoWasFirstAndWhen() {
    call("{\"decision\":\"approve\",\"digest\":\"%s\"}");
    clock.pass(Duration.ofMinutes(5));

    var second = call("{\"decision\":\"reject\",\"digest\":\"%s\"}");
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body()).contains("admin approved this at 2026-11-23 10:00 UTC.");

    var page = answer(doors.form(FORM, "decision=reject&digest=" + DIGEST));
    assertThat(page.status()).isEqualTo(409);
    assertThat(page.body()).contains("admin approved this", "href=\"/projects/shop/releases/1\"");
  }

  @Test
  void otherRefusals() {
    assertThat(call("{\"decision\":\"approve\",\"digest\":\"sha256:other\"}").body())
        .contains("The review has changed");
    assertThat(call("{\"decision\":\"maybe\",\"digest\":\"%s\"}").status()).isEqualTo(400);
    assertThat(call("{\"decision\":\"approve\"}").body()).contains("The field digest is missing.");
    assertThat(
            call("{\"decision\":\"approve\",\"digest\":\"%s\",\"comment\":\""
                    + "x".repeat(2001)
                    + "\"}")
                .status())
        .isEqualTo(400);
    for (var path :
        List.of(
            "shop/releases/2",
            "other/releases/1",
            "No/releases/1",
            "shop/releases/0",
            "shop/releases/x")) {
      var unknown =
          Doors.withToken(Requests.post("/api/v1/projects/" + path + "/decision"))
              .json("{\"decision\":\"approve\",\"digest\":\"d\"}");
      assertThat(answer(unknown).status()).as(path).isEqualTo(404);
    }
    clock.pass(Duration.ofDays(8));
    assertThat(call("{\"decision\":\"approve\",\"digest\":\"%s\"}").body())
        .contains("The time to decide was over at 2026-11-30 10:00 UTC.");
    assertThat(approval().status()).isEqualTo(Approval.Status.PENDING);
  }

  @Test
  void theTaskTokenIsInNoAnswerAndNoLog() {
    var answers =
        List.of(
            call("{\"decision\":\"approve\",\"digest\":\"%s\"}"),
            call("{\"decision\":\"approve\",\"digest\":\"%s\"}"));

    assertThat(answers).noneMatch(answer -> answer.toString().contains("the-task-token"));
    assertThat(lines).noneMatch(line -> line.contains("the-task-token"));
  }

  @SuppressWarnings("NullAway") // a step does not look at the context
  private void ask(String input) throws IOException {
    Step<?, ?> step = new AskHandler(new AskPeople(store, clock));
    var out = new ByteArrayOutputStream();
    step.handleRequest(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, null);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("{\"expiresAt\":\"2026-11-30T10:00:00Z\"}");
  }

  private Response call(String json) {
    return answer(Doors.withToken(Requests.post(API)).json(json.replace("%s", DIGEST)));
  }

  private Response answer(Requests request) {
    return handler.answer(request.build());
  }

  private Approval approval() {
    return store.read(Keys.approval(SHOP, 1)).orElseThrow();
  }
}
