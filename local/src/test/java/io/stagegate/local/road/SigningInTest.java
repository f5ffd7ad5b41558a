package io.stagegate.local.road;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.local.LocalSystem;
import io.stagegate.local.demo.Person;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People come in by GitHub's stand-in, with tokens, and are out at the next request. */
@ExtendWith(SharedSystem.class)
class SigningInTest {
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void twoPeopleAreTwoAndOneSignsOutEverywhere(LocalSystem system) throws Exception {
    var ada = SignedIn.as(client, system, "signing-ada");
    var adaElsewhere = SignedIn.as(client, system, "signing-ada");
    var grace = SignedIn.as(client, system, "Signing-Grace");

    assertThat(ada.page("/").body())
        .contains("You belong to no project yet", "signing-ada")
        .doesNotContain("signing-grace");
    assertThat(grace.page("/").body()).contains("signing-grace");
    assertThat(grace.form("/projects", "repository=acme%2Fshop").statusCode()).isEqualTo(403);

    assertThat(ada.form("/sign-out/everywhere", "").statusCode()).isEqualTo(303);

    for (var session : List.of(ada, adaElsewhere)) {
      assertThat(session.page("/").statusCode()).isEqualTo(303);
      assertThat(session.call("GET", "/projects", "").statusCode()).isEqualTo(401);
    }
    assertThat(grace.page("/").statusCode()).isEqualTo(200);
    assertThat(SignedIn.as(client, system, "signing-ada").page("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aPersonComesInByTheLinkOfThePage(LocalSystem system) throws Exception {
    try (var person = new Person(URI.create(system.state().console()))) {
      person.signInAs("signing-linus");
      assertThat(person.open("/").text()).contains("signing-linus");
    }
  }

  @Test
  void aSignInIsOneBrowsersAndItsCodeIsGoodOnce(LocalSystem system) throws Exception {
    var begun = SignedIn.begin(client, system);
    var back = SignedIn.consent(client, begun, "signing-ada");

    assertNobody(SignedIn.finish(client, SignedIn.begin(client, system), back), 400);
    assertThat(SignedIn.finish(client, begun, back).statusCode()).isEqualTo(303);
    assertNobody(SignedIn.finish(client, begun, back), 403);

    var other = SignedIn.begin(client, system);
    // The code of a sign-in that another browser began: its challenge is another's.
    var stolen = code(SignedIn.consent(client, SignedIn.begin(client, system), "signing-ada"));
    var mixed = SignedIn.consent(client, other, "signing-ada").toString();
    var uri = URI.create(mixed.replaceFirst("code=[^&]*", "code=" + stolen));
    assertNobody(SignedIn.finish(client, other, uri), 403);
    var no = SignedIn.begin(client, system);
    assertNobody(SignedIn.finish(client, no, SignedIn.consent(client, no, "")), 403);
  }

  @Test
  void aTokenDoesWhatItIsForUntilItIsRevoked(LocalSystem system) throws Exception {
    var ada = SignedIn.as(client, system, "signing-tokens");
    var calls = new Calls(client, system.state());
    var made = ada.call("POST", "/tokens", "{\"name\":\"ci\",\"scopes\":[\"ask\"],\"days\":1}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    var json = new ObjectMapper().readTree(made.body());
    var token = json.path("token").asText();

    assertThat(Calls.problem(calls.with(token, "/projects"), 403)).contains("scope read");
    assertThat(ada.call("GET", "/tokens", "").body()).contains("lastUsedAt").doesNotContain(token);
    assertThat(ada.call("DELETE", "/tokens/" + json.path("id").asText(), "").statusCode())
        .isEqualTo(200);
    Calls.problem(calls.with(token, "/projects"), 401);
  }

  @Test
  void theOperatorEndsSomebodysAccess(LocalSystem system) throws Exception {
    var eve = SignedIn.as(client, system, "signing-eve");
    var calls = new Calls(client, system.state());
    assertThat(eve.page("/tokens").statusCode()).isEqualTo(200);

    assertThat(calls.call("DELETE", "/people/signing-eve/access", "").statusCode()).isEqualTo(200);

    assertThat(eve.page("/tokens").statusCode()).isEqualTo(303);
  }

  @Test
  void oddCookiesStatesCodesAndTokensOpenNothing(LocalSystem system) throws Exception {
    var calls = new Calls(client, system.state());
    for (var odd : List.of("", "x", "%00", "%ff", "..", "a.b.c", "A".repeat(3_000))) {
      assertNobody(
          SignedIn.finish(
              client,
              SignedIn.begin(client, system),
              URI.create(
                  system.state().console()
                      + "sign-in/github/callback?state="
                      + odd
                      + "&code="
                      + odd)),
          400);
      Calls.problem(calls.with("sgt_" + odd, "/projects"), 401);
      var cookie = "stagegate=" + odd;
      var session = new SignedIn(client, system.state(), "", cookie, odd);
      assertThat(session.page("/").statusCode()).as(odd).isEqualTo(303);
      assertThat(session.form("/tokens", "name=x&read=on").statusCode()).as(odd).isEqualTo(401);
    }
  }

  private static String code(URI back) {
    return back.getQuery().replaceFirst(".*code=([^&]*).*", "$1");
  }

  private static void assertNobody(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().allValues("set-cookie"))
        .noneMatch(cookie -> cookie.startsWith("stagegate="));
  }
}
