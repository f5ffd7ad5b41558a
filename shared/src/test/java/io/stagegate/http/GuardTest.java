package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Login;
import io.stagegate.model.Tries;
import io.stagegate.people.Accounts;
import io.stagegate.people.PersonalTokens;
import io.stagegate.people.Slowdown;
import io.stagegate.store.MemoryStore;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static final String TOKEN = "the-api-token-of-this-test";
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final Sessions sessions =
      new Sessions(() -> "a session secret for the test", "http://127.0.0.1:1", clock);
  private final MemoryStore store = new MemoryStore(clock);
  private final Guard guard =
      new Guard(
          new Authentication(
              () -> TOKEN,
              new Login("admin"),
              sessions,
              new Accounts(store, clock),
              new PersonalTokens(store, clock)),
          new Slowdown(store, clock));
  private final Endpoint api = guard.api((request, caller) -> Response.json(200, caller.login()));
  private final Endpoint page = guard.page((request, caller) -> Response.html(200, caller.csrf()));
  private final Endpoint form =
      guard.form((request, caller, fields) -> Response.seeOther("/" + caller.login()));

  @Test
  void theApiTakesItsTokenAndNoOther() {
    assertThat(
            api.answer(Requests.get("/").header("Authorization", "Bearer " + TOKEN).build())
                .status())
        .isEqualTo(200);
    for (var wrong : new String[] {"Bearer x", "Bearer ", "Basic " + TOKEN, TOKEN, ""}) {
      var answer = api.answer(Requests.get("/").header("Authorization", wrong).build());
      assertThat(answer.status()).as(wrong).isEqualTo(401);
      assertThat(answer.headers()).containsKey("www-authenticate");
    }
    assertThat(api.answer(Requests.get("/").build()).status()).isEqualTo(401);
  }

  @Test
  void aSessionReadsTheApiButChangesNothingWithoutItsToken() {
    var cookie = sessions.open("ada");
    assertThat(api.answer(Requests.get("/").cookie(cookie).build()).status()).isEqualTo(200);
    assertThat(api.answer(Requests.post("/").cookie(cookie).build()).status()).isEqualTo(403);
    assertThat(
            api.answer(
                    Requests.post("/").cookie(cookie).header("X-CSRF-Token", csrf(cookie)).build())
                .status())
        .isEqualTo(200);
  }

  @Test
  void whoGuessesTokensHasToWaitAndWhoHasOneDoesNot() {
    var guess = Requests.get("/").header("Authorization", "Bearer guessed");
    for (int i = 0; i < Tries.FREE; i++) {
      assertThat(api.answer(guess.build()).status()).isEqualTo(401);
    }

    var slowed = api.answer(guess.build());

    assertThat(slowed.status()).isEqualTo(429);
    assertThat(slowed.headers()).containsEntry("retry-after", "1");
    assertThat(
            api.answer(Requests.get("/").header("Authorization", "Bearer " + TOKEN).build())
                .status())
        .as("from the same address")
        .isEqualTo(200);
    clock.pass(Tries.FORGOTTEN);
    assertThat(api.answer(guess.build()).status()).isEqualTo(401);
  }

  @Test
  void whoKeepsAskingForWhatTheyMayNotHasToWait() {
    var cookie = sessions.open("mallory");
    for (int i = 0; i <= Tries.FREE; i++) {
      assertThat(api.answer(Requests.post("/").cookie(cookie).build()).status()).isEqualTo(403);
    }

    var right = Requests.post("/").cookie(cookie).header("X-CSRF-Token", csrf(cookie));
    assertThat(api.answer(right.build()).status()).isEqualTo(429);
    assertThat(form.answer(Requests.post("/").cookie(cookie).build()).status()).isEqualTo(429);
    assertThat(api.answer(Requests.get("/").cookie(cookie).build()).status())
        .as("reading goes on")
        .isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(api.answer(right.build()).status()).isEqualTo(200);
  }

  @Test
  void aPageWithoutASessionLeadsToSigningIn() {
    var answer = page.answer(Requests.get("/projects/shop").build());

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("location", "/sign-in?to=%2Fprojects%2Fshop");
  }

  @Test
  void aSessionIsOverAfterTwelveHours() {
    var cookie = sessions.open("ada");
    clock.pass(Duration.ofHours(12).minusSeconds(1));
    assertThat(page.answer(Requests.get("/").cookie(cookie).build()).status()).isEqualTo(200);
    clock.pass(Duration.ofSeconds(1));
    assertThat(page.answer(Requests.get("/").cookie(cookie).build()).status()).isEqualTo(303);
  }

  @Test
  void aCookieThatWasTouchedIsNone() {
    var cookie = sessions.open("ada");
    var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    for (int i = 0; i < value.length(); i++) {
      var touched =
          value.substring(0, i) + (value.charAt(i) == 'A' ? 'B' : 'A') + value.substring(i + 1);
      var read = sessions.of(Requests.get("/").cookie("stagegate=" + touched).build());
      // The last of the characters holds bits that base64 passes over; the text must still match.
      assertThat(read).as(touched).isEmpty();
    }
    for (var odd : new String[] {"", ".", "...", "a.b.c.d", "x".repeat(5_000)}) {
      assertThat(sessions.of(Requests.get("/").cookie("stagegate=" + odd).build())).isEmpty();
    }
  }

  @Test
  void anotherSecretOpensNothing() {
    var other = new Sessions(() -> "another secret", "http://127.0.0.1:1", Clock.systemUTC());

    assertThat(page.answer(Requests.get("/").cookie(other.open("ada")).build()).status())
        .isEqualTo(303);
  }

  @Test
  void aFormNeedsTheTokenOfItsOwnSession() {
    var cookie = sessions.open("ada");
    var csrf = csrf(cookie);
    assertThat(post(cookie, "csrf=" + csrf).headers()).containsEntry("location", "/ada");
    assertThat(post(cookie, "").status()).isEqualTo(403);
    assertThat(post(cookie, "csrf=").status()).isEqualTo(403);
    assertThat(post(cookie, "csrf=" + csrf(sessions.open("ada"))).status()).isEqualTo(403);
    assertThat(
            form.answer(
                    Requests.post("/")
                        .cookie(cookie)
                        .header("Sec-Fetch-Site", "cross-site")
                        .form("csrf=" + csrf)
                        .build())
                .status())
        .isEqualTo(403);
    assertThat(form.answer(Requests.post("/").form("csrf=" + csrf).build()).status())
        .isEqualTo(401);
    assertThatThrownBy(() -> form.answer(Requests.post("/").cookie(cookie).json("{}").build()))
        .isInstanceOf(BadRequest.class);
    assertThat(
            form.answer(
                    Requests.post("/")
                        .header("Authorization", "Bearer " + TOKEN)
                        .form("csrf=")
                        .build())
                .status())
        .isEqualTo(403);
  }

  @Test
  void theCookieIsKeptFromScriptsOtherSitesAndPlainHttp() {
    assertThat(sessions.open("ada")).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
    assertThat(new Sessions(() -> "s", "https://gate.example", clock).open("ada"))
        .startsWith("__Host-stagegate=")
        .contains("; Secure", "Path=/", "Max-Age=43200");
  }

  private Response post(String cookie, String fields) {
    return form.answer(Requests.post("/").cookie(cookie).form(fields).build());
  }

  private String csrf(String cookie) {
    return page.answer(Requests.get("/").cookie(cookie).build()).body();
  }
}
