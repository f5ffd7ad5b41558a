package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.model.Login;
import io.stagegate.source.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubSignInTest {
  private final Console console = new Console();

  @Test
  void oneGoesToGitHubAndComesBackSignedIn() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("ada"), 7));
    assertThat(console.answer(Requests.get("/sign-in").browser()).body())
        .contains("href=\"/sign-in/github?to=/\"");

    var begun = begin("/projects/shop");
    assertThat(begun.status()).isEqualTo(303);
    assertThat(begun.headers().get("location"))
        .contains("redirect_uri=http://gate.example/sign-in/github/callback", "state=");
    var back = console.answer(back(begun).query("state", state(begun)).query("code", "c1"));

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.headers()).containsEntry("location", "/projects/shop");
    assertThat(back.cookies()).hasSize(2);
    assertThat(back.cookies().get(1)).startsWith("stagegate-state=;").contains("Max-Age=0");
    var page = console.answer(Requests.get("/").browser().cookie(back.cookies().getFirst()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("You belong to no project yet", "<strong>ada</strong>")
        .doesNotContain("Add project");
    assertThat(console.octocat.verifiers.getFirst()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void aCodeIsGoodOnce() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("ada"), 7));
    var begun = begin("/");
    var back = back(begun).query("state", state(begun)).query("code", "c1");
    assertThat(console.answer(back).status()).isEqualTo(303);
    assertNobody(console.answer(back), 403);
  }

  @Test
  void anotherBrowsersStateIsRefused() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("eve"), 7));
    var mine = begin("/");
    var hers = begin("/");
    assertNobody(console.answer(back(mine).query("state", state(hers)).query("code", "c1")), 400);
    assertNobody(
        console.answer(
            Requests.get(GitHubRoutes.BACK).query("state", state(hers)).query("code", "c1")),
        400);
    assertThat(console.octocat.codes).containsKey("c1");
  }

  @Test
  void whatDoesNotFitIsOnePlainPageAndOpensNothing() {
    for (var state :
        List.of("", "x", "\u0000", "../..", "<script>", "é", "x".repeat(100_000), "a.b.c.d")) {
      var begun = begin("/");
      assertNobody(console.answer(back(begun).query("state", state).query("code", "c")), 400);
      assertNobody(
          console.answer(
              Requests.get(GitHubRoutes.BACK)
                  .browser()
                  .cookie("stagegate-state=" + state)
                  .query("state", state)
                  .query("code", "c")),
          400);
    }
    for (var code : List.of("", " ", "x".repeat(201), "x".repeat(100_000))) {
      var begun = begin("/");
      assertNobody(
          console.answer(back(begun).query("state", state(begun)).query("code", code)), 400);
    }
    for (var code : List.of("unknown", "\u0000", "<b>", "é", "%00", "a&client_id=b")) {
      var begun = begin("/");
      assertNobody(
          console.answer(back(begun).query("state", state(begun)).query("code", code)), 403);
    }
    assertNobody(console.answer(Requests.get(GitHubRoutes.BACK).browser()), 400);
    for (var method : List.of("POST", "PUT", "HEAD")) {
      assertNobody(console.answer(Requests.of(method, GitHubRoutes.BACK)), 405);
    }
  }

  @Test
  void aStateRunsOut() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("ada"), 7));
    var begun = begin("/");
    console.clock.pass(Duration.ofMinutes(10));
    assertNobody(console.answer(back(begun).query("state", state(begun)).query("code", "c1")), 400);
  }

  @Test
  void sayingNoOnGitHubOpensNothing() {
    for (var error : List.of("access_denied", "application_suspended", "", "<script>")) {
      var begun = begin("/");
      var answer = console.answer(back(begun).query("state", state(begun)).query("error", error));
      assertNobody(answer, 403);
      assertThat(answer.body()).doesNotContain("<script");
    }
  }

  @Test
  void whenGitHubDoesNotSayThePageTellsWhy() {
    console.octocat.codes.put("c1", new SignIn.Answer.NoAnswer("It is <b>asleep</b>."));
    var begun = begin("/");
    var answer = console.answer(back(begun).query("state", state(begun)).query("code", "c1"));
    assertNobody(answer, 424);
    assertThat(answer.body()).contains("It is &lt;b&gt;asleep&lt;/b&gt;.");
  }

  @Test
  void theOperatorsUsualNameIsNobodysOnGitHub() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login(Doors.ADMIN), 7));
    var begun = begin("/");
    assertNobody(console.answer(back(begun).query("state", state(begun)).query("code", "c1")), 403);
  }

  @Test
  void aLoginThatAnotherAccountTookIsNobody() {
    console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("ada"), 7));
    console.octocat.codes.put("c2", new SignIn.Answer.Known(new Login("ada"), 8));
    var first = begin("/");
    assertThat(
            console.answer(back(first).query("state", state(first)).query("code", "c1")).status())
        .isEqualTo(303);
    var second = begin("/");
    assertNobody(
        console.answer(back(second).query("state", state(second)).query("code", "c2")), 403);
  }

  @Test
  void oneIsSentToOurOwnPagesOnly() {
    for (var to :
        List.of("//evil.example", "/\\evil.example", "https://evil.example", "/a?b", "/%0d")) {
      console.octocat.codes.put("c1", new SignIn.Answer.Known(new Login("ada"), 7));
      var begun = begin(to);
      assertThat(
              console
                  .answer(back(begun).query("state", state(begun)).query("code", "c1"))
                  .headers())
          .as(to)
          .containsEntry("location", "/");
    }
  }

  private Response begin(String to) {
    return console.answer(Requests.get(GitHubRoutes.BEGIN).query("to", to).browser());
  }

  private static Requests back(Response begun) {
    return Requests.get(GitHubRoutes.BACK).browser().cookie(begun.cookies().getFirst());
  }

  private static String state(Response begun) {
    var location = begun.headers().getOrDefault("location", "");
    return location.replaceFirst(".*[?&]state=([^&]*).*", "$1");
  }

  private static void assertNobody(Response answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.cookies()).noneMatch(cookie -> cookie.startsWith("stagegate="));
    assertThat(answer.headers()).doesNotContainKey("location");
  }
}
