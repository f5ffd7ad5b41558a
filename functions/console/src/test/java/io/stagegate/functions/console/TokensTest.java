package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.model.Login;
import io.stagegate.model.Scope;
import io.stagegate.release.Samples;
import io.stagegate.store.Codec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
  private final Console console = new Console();

  @Test
  void aTokenIsShownOnceAndListedWithItsLastUse() {
    var made = console.form("/tokens", "name=ci&read=on&ask=on&days=30");
    assertThat(made.status()).isEqualTo(201);
    var text = made.body().replaceFirst("(?s).*(sgt_[A-Za-z0-9]{40}).*", "$1");
    assertThat(console.page("/tokens").body())
        .contains("ci", "never used", "until 2026-12-23")
        .doesNotContain(text);

    assertThat(with(text, "GET", "/projects", "").status()).isEqualTo(200);
    assertThat(console.page("/tokens").body()).contains("used ").doesNotContain("never used");
    var id = console.doors.tokens().of(new Login(Doors.MEMBER)).getFirst().id();
    assertThat(console.form("/tokens/" + id + "/removal", "").headers())
        .containsEntry("location", "/tokens");
    assertThat(with(text, "GET", "/projects", "").status()).isEqualTo(401);
    assertThat(console.form("/tokens/" + id + "/removal", "").status()).isEqualTo(404);
  }

  @Test
  void theApiMakesListsAndRevokes() throws Exception {
    var made = console.post("/tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}");
    assertThat(made.status()).isEqualTo(201);
    var json = Codec.mapper().readTree(made.body());
    assertThat(json.path("expiresAt").asText()).isEqualTo("2027-02-21T10:00:00Z");
    var list = console.get("/tokens");
    assertThat(list.body()).contains("\"ci\"").doesNotContain(json.path("token").asText());
    var text = json.path("token").asText();
    assertThat(with(text, "GET", "/projects", "").status()).isEqualTo(200);
    var gone =
        console.answer(
            Doors.withToken(Requests.of("DELETE", "/api/v1/tokens/" + json.path("id").asText())));
    assertThat(gone.status()).isEqualTo(200);
    assertThat(with(text, "GET", "/projects", "").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | /projects                         |                                  | READ",
        "GET    | /projects/shop                    |                                  | READ",
        "GET    | /projects/shop/builds             |                                  | READ",
        "GET    | /projects/shop/events             |                                  | READ",
        "GET    | /projects/shop/members            |                                  | READ",
        "POST   | /projects                         | {\"repository\":\"acme/other\"}  | ADMIN",
        "PUT    | /projects/shop/members/eve        | {\"roles\":[\"viewer\"]}         | ADMIN",
        "DELETE | /projects/shop/members/eve        |                                  | ADMIN",
        "DELETE | /people/eve/access                |                                  | -",
        "POST   | /projects/shop/promotions         | {\"stage\":\"dev\",\"build\":2}  | ASK",
        "GET    | /tokens                           |                                  | -",
        "POST   | /tokens          | {\"name\":\"x\",\"scopes\":[\"read\"]}             | -",
        "DELETE | /tokens/000000000000              |                                  | -",
      })
  void aCallTakesItsScopeAndNoOther(String method, String path, String body, String needed) {
    for (var scope : Scope.values()) {
      var fresh = new Console();
      Samples.withTwoBuilds(fresh.store);
      var request =
          fresh.doors.withToken(Requests.of(method, "/api/v1" + path), Doors.ADMIN, scope);
      var answer = fresh.answer(body == null ? request : request.json(body));
      if (scope.name().equals(needed)) {
        assertThat(answer.status()).as(scope + answer.body()).isNotEqualTo(403).isLessThan(500);
      } else {
        assertThat(answer.status()).as(scope + answer.body()).isEqualTo(403);
        assertThat(answer.body())
            .contains(needed.equals("-") ? "No personal token" : Scope.valueOf(needed).lacking());
      }
    }
  }

  @Test
  void aTokenIsNoMoreThanItsOwner() {
    Samples.withTwoBuilds(console.store);
    var all = Scope.values();
    var stranger =
        console.answer(
            console.doors.withToken(Requests.get("/api/v1/projects/shop"), "mallory", all));
    assertThat(stranger.status()).isEqualTo(404);
    var adding =
        console.answer(
            console
                .doors
                .withToken(Requests.post("/api/v1/projects"), Doors.MEMBER, all)
                .json("{\"repository\":\"acme/other\"}"));
    assertThat(adding.status()).isEqualTo(403);
    assertThat(adding.body()).contains("Only who runs this Stagegate");
  }

  @Test
  void signingOutEverywhereEndsSessionsAndTokensAtOnce() {
    var request = console.doors.withToken(Requests.get("/api/v1/projects"), "ada", Scope.READ);
    assertThat(console.answer(request).status()).isEqualTo(200);
    assertThat(console.page("/").status()).isEqualTo(200);

    var out = console.form("/sign-out/everywhere", "");

    assertThat(out.headers()).containsEntry("location", "/sign-in");
    assertThat(console.page("/").headers()).containsEntry("location", "/sign-in?to=%2F");
    assertThat(console.answer(request).status()).isEqualTo(401);
    console.clock.pass(Duration.ofMillis(1));
    var again = Requests.get("/").browser().cookie(console.doors.sessions().open("ada"));
    assertThat(console.answer(again).status()).isEqualTo(200);
  }

  @Test
  void theOperatorEndsAnothersAccessAndNobodyElseDoes() {
    assertThat(
            console
                .answer(
                    console
                        .doors
                        .signedIn(Requests.of("DELETE", "/api/v1/people/grace/access"))
                        .header("X-CSRF-Token", console.doors.csrf()))
                .status())
        .isEqualTo(403);
    assertThat(console.page("/").status()).isEqualTo(200);
    var ended = console.answer(Doors.withToken(Requests.of("DELETE", "/api/v1/people/ada/access")));
    assertThat(ended.status()).isEqualTo(200);
    assertThat(console.page("/").status()).isEqualTo(303);
  }

  @Test
  void whatDoesNotFitIsSaid() {
    for (var body :
        List.of(
            "{}",
            "{\"name\":\"x\"}",
            "{\"name\":\"x\",\"scopes\":[]}",
            "{\"name\":\"x\",\"scopes\":[\"all\"]}",
            "{\"name\":\"x\",\"scopes\":\"read\"}",
            "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":366}",
            "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":0}",
            "{\"name\":\"x\",\"scopes\":[\"read\"],\"days\":999999999}",
            "{\"name\":\"" + "x".repeat(61) + "\",\"scopes\":[\"read\"]}",
            "{\"name\":\"  \",\"scopes\":[\"read\"]}",
            "[]",
            "")) {
      assertThat(console.post("/tokens", body).status()).as(body).isEqualTo(400);
    }
    assertThat(console.form("/tokens", "name=x").status()).isEqualTo(400);
    assertThat(console.get("/tokens").body()).contains("\"items\":[]");
  }

  @Test
  void aNameIsEscaped() {
    console.form("/tokens", "name=%3Cscript%3E&read=on");
    assertThat(console.page("/tokens").body()).contains("&lt;script&gt;").doesNotContain("<script");
  }

  private Response with(String token, String method, String path, String body) {
    var request = Requests.of(method, "/api/v1" + path).header("Authorization", "Bearer " + token);
    return console.answer(body.isEmpty() ? request : request.json(body));
  }
}
