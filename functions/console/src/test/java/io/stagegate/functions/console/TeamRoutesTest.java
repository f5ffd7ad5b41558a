package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.model.Member;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamRoutesTest {
  private static final String GRACE = "/api/v1/projects/shop/members/grace";

  private final Console console = new Console();

  @BeforeEach
  void aProject() {
    Samples.withTwoBuilds(console.store);
  }

  @Test
  void freezesAreSetAsAWholeAndShown() {
    var path = "/api/v1/projects/shop/stages/production/freezes";
    var set =
        call(
            "PUT",
            path,
            """
            {"freezes": [
              {"days": ["friday"], "from": "16:00", "until": "00:00", "zone": "Europe/Berlin", "reason": "Late"},
              {"from": "2026-12-24T18:00", "until": "2027-01-02T08:00", "zone": "UTC", "reason": "Feast"}
            ]}
            """);

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body())
        .contains(
            "{\"days\":[\"FRIDAY\"],\"from\":\"16:00\",\"until\":\"00:00\",\"zone\":\"Europe/Berlin\"",
            "{\"from\":\"2026-12-24T18:00\",\"until\":\"2027-01-02T08:00\",\"zone\":\"UTC\"");
    assertThat(console.get("/projects/shop").body()).contains("\"reason\":\"Feast\"");
    assertThat(call("PUT", path, "{\"freezes\": []}").body()).isEqualTo("{\"freezes\":[]}");
    for (var bad :
        List.of(
            "{}",
            "{\"freezes\": {}}",
            "{\"freezes\": [\"x\"]}",
            "{\"freezes\": [{\"from\": \"16:00\"}]}",
            "{\"freezes\": [{\"from\": \"2026-12-24T18:00\", \"until\": \"16:00\", \"zone\": \"UTC\", \"reason\": \"x\"}]}",
            "{\"freezes\": [{\"days\": [\"caturday\"], \"from\": \"16:00\", \"until\": \"17:00\", \"zone\": \"UTC\", \"reason\": \"x\"}]}",
            "{\"freezes\": [{\"days\": [\"friday\"], \"from\": \"16:00\", \"until\": \"17:00\", \"zone\": \"Mars\", \"reason\": \"x\"}]}")) {
      assertThat(call("PUT", path, bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(
            call("PUT", "/api/v1/projects/shop/stages/dev/freezes", "{\"freezes\": []}").status())
        .isEqualTo(409);
  }

  @Test
  void aMemberIsPutShownAndRemoved() {
    assertThat(call("DELETE", "/api/v1/projects/shop/members/member-94", "").status())
        .isEqualTo(200);

    var put =
        call("PUT", GRACE, "{\"roles\":[\"approver\",\"viewer\"],\"stages\":[\"production\"]}");

    assertThat(put.status()).isEqualTo(200);
    assertThat(console.get("/projects/shop/members").body())
        .contains(
            "\"login\":\"grace\",\"roles\":[\"VIEWER\",\"APPROVER\"],\"stages\":[\"production\"]");
    assertThat(call("DELETE", GRACE, "").status()).isEqualTo(200);
    assertThat(console.get("/projects/shop/members").body()).doesNotContain("grace");
    assertThat(call("DELETE", GRACE, "").status()).isEqualTo(409);
  }

  @Test
  void thePageDoesTheSame() {
    assertThat(console.page("/projects/shop/members").body())
        .contains("Add a member", "member-94", "Remove bob");
    assertThat(console.form("/projects/shop/members", "login=bob&viewer=on").headers())
        .containsEntry("location", "/projects/shop/members");
    assertThat(roles("bob")).containsExactly("VIEWER");
    assertThat(console.form("/projects/shop/members/bob/removal", "").status()).isEqualTo(303);
    assertThat(console.form("/projects/shop/members", "login=bob").status()).isEqualTo(400);
    assertThat(console.form("/projects/shop/members/bob/removal", "").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"roles\":[]}                                    | 400",
        "{\"roles\":\"admin\"}                             | 400",
        "{\"roles\":[\"king\"]}                            | 400",
        "{\"roles\":[1]}                                   | 400",
        "{}                                                | 400",
        "{\"roles\":[\"viewer\"],\"stages\":[\"no Stage\"]}| 400",
      })
  void whatIsNoRoleIsRefused(String body, int status) {
    assertThat(call("PUT", GRACE, body).status()).isEqualTo(status);
    assertThat(console.get("/projects/shop/members").body()).doesNotContain("grace");
  }

  /** To who does not belong to a project nothing of it is there, and nothing of it changes. */
  @Test
  void aProjectIsItsMembersAlone() {
    var before = console.store.read(Keys.team(Samples.SHOP));
    for (var path : List.of("", "/builds/1", "/members", "/releases/1")) {
      assertThat(console.answer(as("mallory", Requests.get("/projects/shop" + path))).status())
          .as(path)
          .isEqualTo(404);
    }
    for (var path :
        List.of(
            "",
            "/builds",
            "/builds/1",
            "/events",
            "/members",
            "/releases",
            "/releases/1",
            "/releases/1/review")) {
      assertThat(
              console.answer(as("mallory", Requests.get("/api/v1/projects/shop" + path))).status())
          .as(path)
          .isEqualTo(404);
    }
    for (var path :
        List.of("/members", "/members/bob/removal", "/promotions", "/releases/1/withdrawal")) {
      var form = "login=mallory&admin=on&stage=dev&build=2";
      assertThat(
              console
                  .answer(console.doors.formOf("mallory", "/projects/shop" + path, form))
                  .status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(console.store.read(Keys.team(Samples.SHOP))).isEqualTo(before);
    assertThat(console.store.effects()).isEmpty();
    assertThat(console.answer(as("mallory", Requests.get("/"))).body()).doesNotContain("shop");
  }

  @Test
  void aMemberWithoutTheRoleIsToldWhichWouldDo() {
    var answer =
        console.answer(console.doors.formOf("kim", "/projects/shop/members", "login=kim&admin=on"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("It takes the role admin.");
    assertThat(console.answer(as("kim", Requests.get("/projects/shop/members"))).body())
        .doesNotContain("Add a member");
  }

  private Requests as(String login, Requests request) {
    return request.browser().cookie(console.doors.sessions().open(login));
  }

  private List<String> roles(String login) {
    return console.store.read(Keys.team(Samples.SHOP)).orElseThrow().members().stream()
        .filter(member -> member.login().value().equals(login))
        .map(Member::roles)
        .flatMap(Set::stream)
        .map(Enum::name)
        .toList();
  }

  private Response call(String method, String path, String json) {
    return console.answer(Doors.withToken(Requests.of(method, path)).json(json));
  }
}
