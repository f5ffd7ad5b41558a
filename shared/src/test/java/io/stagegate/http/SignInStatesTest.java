package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInStatesTest {
  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final SignInStates states =
      new SignInStates(() -> "a session secret for the test", "https://gate.example", clock);

  @Test
  void aStateComesBackByItsCookieForTenMinutes() {
    var begun = states.begin("/projects/shop");
    var back = Requests.get("/").cookie(states.cookie(begun)).build();

    clock.pass(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(states.of(back)).contains(begun);
    clock.pass(Duration.ofSeconds(1));
    assertThat(states.of(back)).isEmpty();
  }

  @Test
  void theChallengeIsTheVerifiersHashAndNeitherIsInTheCookie() throws Exception {
    var begun = states.begin("/");
    var verifier = states.verifier(begun);
    var digest = MessageDigest.getInstance("SHA-256");

    assertThat(verifier).matches("[A-Za-z0-9_-]{43}");
    assertThat(Base64.getUrlDecoder().decode(states.challenge(begun)))
        .isEqualTo(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    assertThat(states.cookie(begun)).doesNotContain(verifier, states.challenge(begun));
    assertThat(states.verifier(states.begin("/"))).isNotEqualTo(verifier);
  }

  @Test
  void theCookieIsKeptFromScriptsOtherSitesAndPlainHttp() {
    assertThat(states.cookie(states.begin("/")))
        .startsWith("__Host-stagegate-state=")
        .contains("HttpOnly", "SameSite=Lax", "; Secure", "Path=/", "Max-Age=600");
    assertThat(states.close()).contains("Max-Age=0");
  }

  @Test
  void aCookieThatWasTouchedOrIsAnothersIsNone() {
    var cookie = states.cookie(states.begin("/"));
    var value = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
    for (int i = 0; i < value.length(); i++) {
      var touched =
          value.substring(0, i) + (value.charAt(i) == 'A' ? 'B' : 'A') + value.substring(i + 1);
      assertThat(read(touched)).as(touched).isFalse();
    }
    for (var odd : List.of("", ".", "...", "a.b.c.d", "%00", "x".repeat(5_000))) {
      assertThat(read(odd)).as(odd).isFalse();
    }
    // A session's signature, made with the same key, is none here, nor this one there.
    var sessions =
        new Sessions(() -> "a session secret for the test", "https://gate.example", clock);
    var session = sessions.open("ada");
    assertThat(read(session.substring(session.indexOf('=') + 1, session.indexOf(';')))).isFalse();
    assertThat(sessions.of(Requests.get("/").cookie("__Host-stagegate=" + value).build()))
        .isEmpty();
  }

  private boolean read(String value) {
    var request = Requests.get("/").cookie("__Host-stagegate-state=" + value).build();
    return states.of(request).isPresent();
  }
}
