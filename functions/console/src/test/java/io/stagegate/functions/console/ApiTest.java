package io.stagegate.functions.console;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.model.Release;
import io.stagegate.model.Role;
import io.stagegate.model.Stakes;
import io.stagegate.model.Team;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Samples;
import io.stagegate.store.Codec;
import io.stagegate.store.Keys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
  private final Console console = new Console();

  @Test
  void addsAProjectAndTellsItsSecretOnce() throws Exception {
    var answer = console.post("/projects", "{\"repository\":\"acme/shop\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("location", "/api/v1/projects/shop");
    var added = json(answer);
    assertThat(added.path("webhook").path("url").asText())
        .isEqualTo("https://gate.example/webhooks/shop");
    var secret = added.path("webhook").path("secret").asText();
    assertThat(secret).hasSize(64).isEqualTo(console.secrets.values.get("gate/webhook/shop"));
    assertThat(added.path("project").path("stages"))
        .extracting(stage -> stage.path("name").asText() + " " + stage.path("follows").asText("-"))
        .containsExactly("dev main", "production -");
    assertThat(added.path("project").path("services")).hasSize(2);
    assertThat(console.get("/projects/shop").body()).doesNotContain(secret);
    assertThat(console.get("/projects/shop/events").body())
        .contains("project.added", "\"actor\":\"admin\"")
        .doesNotContain(secret);
    assertThat(console.log).noneMatch(line -> line.contains(secret));
  }

  @Test
  void aProjectSaysHowLongPeopleHaveToDecide() throws Exception {
    var usual = json(console.post("/projects", "{\"repository\":\"acme/shop\"}"));
    var own =
        json(
            console.post(
                "/projects", "{\"repository\":\"acme/other\",\"decideWithin\":\"PT36H\"}"));

    assertThat(usual.at("/project/stages/1/approvals/decideWithin").asText()).isEqualTo("PT168H");
    assertThat(own.at("/project/stages/1/approvals/decideWithin").asText()).isEqualTo("PT36H");
    assertThat(own.at("/project/stages/0").has("approvals")).isFalse();
    assertThat(json(console.get("/projects/other")).at("/stages/1/approvals/decideWithin").asText())
        .isEqualTo("PT36H");
    assertThat(
            console
                .post("/projects", "{\"repository\":\"acme/x\",\"decideWithin\":\"7 days\"}")
                .body())
        .contains("\"status\":400", "The field decideWithin does not fit", "P2D");
  }

  @Test
  void aProjectIsAddedOnce() {
    console.post("/projects", "{\"repository\":\"acme/shop\"}");
    var again = console.post("/projects", "{\"repository\":\"acme/shop\"}");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("There is a project shop already.");
    assertThat(
            console.post("/projects", "{\"repository\":\"acme/shop\",\"id\":\"shop-2\"}").status())
        .isEqualTo(201);
  }

  @Test
  void aRepositoryThatCantBeAddedIsRefusedWithTheReason() {
    assertThat(console.post("/projects", "{\"repository\":\"acme/missing\"}").body())
        .contains("\"status\":400", "GitHub shows no repository acme/missing.");
    assertThat(console.post("/projects", "{\"repository\":\"no slash\"}").body())
        .contains("\"status\":400", "The field repository does not fit");
    assertThat(console.post("/projects", "{\"repository\":\"a/b\",\"id\":\"No Id\"}").body())
        .contains("\"status\":400", "The field id does not fit");
    console.github.files = List.of("README.md");
    assertThat(console.post("/projects", "{\"repository\":\"acme/docs\"}").body())
        .contains("\"status\":409", "There is no template in acme/docs");
    console.secrets.values.put("gate/webhook/shop", "left over");
    console.github.files = List.of("template.yaml");
    assertThat(console.post("/projects", "{\"repository\":\"acme/shop\"}").body())
        .contains("\"status\":409", "gate/webhook/shop")
        .doesNotContain("left over");
  }

  @Test
  void whoIsTooFewToApproveIsToldWhenTheyAsk() {
    Samples.withTwoBuilds(console.store);
    assertThat(promoted(2).body()).doesNotContain("\"notice\"");

    console.store.transact(
        state -> {
          state.get(Keys.team(Samples.SHOP));
          var alone = Samples.member("admin", Role.ADMIN, Role.APPROVER);
          state.put(Keys.team(Samples.SHOP), new Team(Samples.SHOP, List.of(alone)));
          return true;
        });

    assertThat(promoted(2).body())
        .contains("\"notice\":\"Production asks for 2 approvers where data would be lost");
    for (var page : List.of("/projects/shop", "/projects/shop/releases/2")) {
      assertThat(console.adminPage(page).body())
          .contains("the team has 1 who may decide: add an approver, or set graveApprovals");
    }
  }

  private Response promoted(int build) {
    return console.post("/projects/shop/promotions", "{\"stage\":\"dev\",\"build\":" + build + "}");
  }

  @Test
  void listsAPageAtATime() throws Exception {
    Samples.withTwoBuilds(console.store);
    var first = json(get("/projects/shop/builds", "limit", "1"));
    assertThat(first.path("items").get(0).path("number").asInt()).isEqualTo(2);

    var second =
        json(
            console.answer(
                Doors.withToken(Requests.get("/api/v1/projects/shop/builds"))
                    .query("limit", "1")
                    .query("cursor", first.path("cursor").asText())));
    assertThat(second.path("items").get(0).path("number").asInt()).isEqualTo(1);
    assertThat(second.has("cursor")).isFalse();
  }

  @Test
  void aCursorOrLimitOfNoListIs400() {
    Samples.withTwoBuilds(console.store);
    for (var cursor : List.of("!", "UFJPSkVDVCNvdGhlcg", "")) {
      assertThat(get("/projects/shop/builds", "cursor", cursor).status()).as(cursor).isEqualTo(400);
    }
    for (var limit : List.of("0", "-1", "101", "1000000000000", "x", "")) {
      assertThat(get("/projects/shop/builds", "limit", limit).status()).as(limit).isEqualTo(400);
    }
  }

  @Test
  void promotesTheCurrentBuildOnly() {
    Samples.withTwoBuilds(console.store);
    var refused = console.post("/projects/shop/promotions", "{\"stage\":\"dev\",\"build\":1}");
    var done = console.post("/projects/shop/promotions", "{\"stage\":\"dev\",\"build\":2}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Only the current build of dev can be promoted");
    assertThat(done.status()).isEqualTo(201);
    assertThat(done.headers()).containsEntry("location", "/api/v1/projects/shop/releases/1");
    assertThat(console.get("/projects/shop/releases/1").body())
        .contains("\"phase\":\"REQUESTED\"", "\"requestedBy\":\"admin\"");
    assertThat(console.get("/projects/shop/releases/1/review").status()).isEqualTo(404);
  }

  @Test
  void showsTheReviewAsItWasStored() throws Exception {
    Samples.withTwoBuilds(console.store);
    console.post("/projects/shop/promotions", "{\"stage\":\"dev\",\"build\":2}");
    console.reviews.objects.put(
        "sha256/x.json", "{\"kept\": true}\n".getBytes(StandardCharsets.UTF_8));
    console.store.transact(
        state -> {
          var release = state.get(Keys.release(SHOP, 1)).orElseThrow();
          var ref =
              new Release.ReviewRef("sha256/x.json", DIGEST, "Adds one resource.", Stakes.NONE);
          state.put(Keys.release(SHOP, 1), release.reviewed(ref, console.clock.instant()));
          return true;
        });
    new AskPeople(console.store, console.clock).ask(SHOP, 1, DIGEST, "the-task-token");

    assertThat(console.get("/projects/shop/releases/1/review").body())
        .isEqualTo("{\"kept\": true}\n");
    var release = json(console.get("/projects/shop/releases/1"));
    assertThat(release.path("approval").path("status").asText()).isEqualTo("PENDING");
    assertThat(release.path("review").path("digest").asText()).isEqualTo(DIGEST);
    for (var path : List.of("/releases", "/releases/1", "/events")) {
      assertThat(console.get("/projects/shop" + path).body()).doesNotContain("the-task-token");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/projects/other",
        "/projects/Not_An_Id",
        "/projects/other/builds",
        "/projects/shop/builds/9",
        "/projects/shop/builds/0",
        "/projects/shop/builds/01",
        "/projects/shop/builds/99999999999",
        "/projects/shop/builds/x",
        "/projects/other/releases",
        "/projects/shop/releases/9",
        "/projects/shop/releases/9/review",
        "/projects/other/events",
        "/nothing"
      })
  void whatIsNotThereIs404(String path) {
    Samples.withTwoBuilds(console.store);
    var answer = console.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
  }

  @Test
  void nobodyUnknownIsTold() {
    Samples.withTwoBuilds(console.store);
    for (var path : List.of("/projects", "/projects/shop", "/projects/shop/events")) {
      assertThat(console.answer(Requests.get("/api/v1" + path)).status()).isEqualTo(401);
    }
    assertThat(
            console
                .answer(Requests.post("/api/v1/projects").json("{\"repository\":\"a/b\"}"))
                .status())
        .isEqualTo(401);
  }

  private Response get(String path, String name, String value) {
    return console.answer(Doors.withToken(Requests.get("/api/v1" + path)).query(name, value));
  }

  private static JsonNode json(Response answer) throws IOException {
    return Codec.mapper().readTree(answer.body());
  }
}
