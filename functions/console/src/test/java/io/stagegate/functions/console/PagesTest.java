package io.stagegate.functions.console;

import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Stylesheet;
import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Failure;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final String HOSTILE =
      "</p><script>alert(1)</script>\"'><img src=x onerror=y>&amp;";

  private final Console console = new Console();

  @Test
  void oneSignsInWithTheTokenAndOut() {
    var asked = console.answer(Requests.get("/projects/shop").browser());
    assertThat(asked.headers()).containsEntry("location", "/sign-in?to=%2Fprojects%2Fshop");

    var in =
        console.answer(
            Requests.post("/sign-in").form("token=" + Doors.TOKEN + "&to=%2Fprojects%2Fshop"));
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.headers()).containsEntry("location", "/projects/shop");
    assertThat(console.answer(Requests.get("/").browser().cookie(in.cookies().getFirst())).status())
        .isEqualTo(200);
    assertThat(console.form("/sign-out", "").cookies().getFirst()).contains("Max-Age=0");
  }

  @Test
  void aWrongTokenSignsNobodyIn() {
    for (var fields : List.of("token=wrong", "token=", "")) {
      var answer = console.answer(Requests.post("/sign-in").form(fields));
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.cookies()).isEmpty();
      assertThat(answer.body()).contains("That is not the token.");
    }
    var foreign =
        Requests.post("/sign-in")
            .header("Sec-Fetch-Site", "cross-site")
            .form("token=" + Doors.TOKEN);
    assertThat(console.answer(foreign).status()).isEqualTo(403);
  }

  @Test
  void signingInLeadsToOurOwnPagesOnly() {
    for (var to :
        List.of("//evil.example", "/\\evil.example", "https://evil.example", "/a?b", "/%0d")) {
      var form = "token=" + Doors.TOKEN + "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
      assertThat(console.answer(Requests.post("/sign-in").form(form)).headers())
          .as(to)
          .containsEntry("location", "/");
    }
  }

  @Test
  void addingAProjectShowsItsSecretOnce() {
    var page = console.adminForm("/projects", "repository=acme%2Fshop");

    assertThat(page.status()).isEqualTo(201);
    var secret = console.secrets.values.get("gate/webhook/shop");
    assertThat(page.body()).contains("https://gate.example/webhooks/shop", secret);
    assertThat(console.form("/projects", "repository=acme%2Fother").status()).isEqualTo(403);
    for (var path : List.of("/", "/projects/shop")) {
      assertThat(console.adminPage(path).body()).contains("shop").doesNotContain(secret);
    }
    assertThat(console.adminForm("/projects", "repository=acme%2Fshop").body())
        .contains("There is a project shop already.", "<h1>Conflict</h1>");
  }

  @Test
  void thePromoteButtonIsThereWhereItMayBePressedAndElseTheReason() {
    Samples.withTwoBuilds(console.store);

    assertThat(console.page("/projects/shop").body()).contains("Promote build 2 to production");
    assertThat(console.page("/projects/shop/builds/1").body())
        .contains("disabled", "Only the current build of dev can be promoted");
    assertThat(console.form("/projects/shop/promotions", "stage=dev&build=2").headers())
        .containsEntry("location", "/projects/shop/releases/1");
    assertThat(console.form("/projects/shop/promotions", "stage=dev&build=1").status())
        .isEqualTo(409);
    assertThat(console.page("/projects/shop/releases/1").body())
        .contains("Promote build 2", "about to start")
        .doesNotContain("name=\"decision\"");
  }

  @Test
  void whereProductionIsFrozenThePageSaysSoAndUntilWhen() {
    Samples.withTwoBuilds(console.store);
    var freeze =
        "{\"freezes\": [{\"from\": \"2026-11-23T09:00\", \"until\": \"2026-11-23T18:00\","
            + " \"zone\": \"UTC\", \"reason\": \"Stocktaking\"}]}";
    console.answer(
        Doors.withToken(Requests.of("PUT", "/api/v1/projects/shop/stages/production/freezes"))
            .json(freeze));

    for (var page : List.of("/projects/shop", "/projects/shop/builds/2")) {
      assertThat(console.page(page).body())
          .contains("Production is frozen until 2026-11-23 18:00 UTC: Stocktaking.", "disabled")
          .doesNotContain("despiteFreeze");
    }
    assertThat(console.form("/projects/shop/promotions", "stage=dev&build=2").status())
        .isEqualTo(409);
  }

  @Test
  void onePressAsksAgainForWhatTimeEnded() {
    Samples.withTwoBuilds(console.store);
    console.form("/projects/shop/promotions", "stage=dev&build=2");
    console.store.transact(
        state -> {
          var key = Keys.release(Samples.SHOP, 1);
          var ended =
              state
                  .get(key)
                  .orElseThrow()
                  .ended(Release.Phase.EXPIRED, null, console.clock.instant());
          state.put(key, ended);
          return true;
        });

    assertThat(console.page("/projects/shop/releases/1").body())
        .contains("/projects/shop/releases/1/again", "Ask again");
    assertThat(console.form("/projects/shop/releases/1/again", "").headers())
        .containsEntry("location", "/projects/shop/releases/2");
    assertThat(console.page("/projects/shop/releases/2").body()).contains("release 1</a>");
    assertThat(console.page("/projects/shop/releases/1").body())
        .contains("Release 2</a> follows it", "Release 2 follows release 1 already.");
    assertThat(console.post("/projects/shop/releases/1/again", "{}").status()).isEqualTo(409);
  }

  @Test
  void anEarlierBuildOfProductionCanBeRolledBackTo() {
    Samples.withTwoBuilds(console.store);
    Samples.promoted(console.store, 1, 1);
    Samples.promoted(console.store, 2, 2);

    assertThat(console.page("/projects/shop").body())
        .contains("Roll back to 1", "In production")
        .doesNotContain("Roll back to 2");
  }

  @Test
  void whatComesFromOutsideIsEscapedEverywhere() {
    Samples.withTwoBuilds(console.store);
    console.store.transact(
        state -> {
          var commit = new Commit("a".repeat(40), HOSTILE, HOSTILE, HOSTILE, Set.of());
          var now = console.clock.instant();
          var build =
              Build.queued(SHOP, 2, StageName.DEV, commit, now)
                  .failed(new Failure(HOSTILE, HOSTILE), now);
          state.get(Keys.build(SHOP, 2));
          state.put(Keys.build(SHOP, 2), build);
          return true;
        });

    for (var path : List.of("/projects/shop", "/projects/shop/builds/2")) {
      assertThat(console.page(path).body())
          .as(path)
          .contains("&lt;script&gt;")
          .doesNotContain("<script", "<img", "onerror=y>");
    }
  }

  @Test
  void pagesRunNothingAndLoadOnlyTheirStylesheet() {
    Samples.withTwoBuilds(console.store);
    for (var path : List.of("/", "/projects/shop", "/projects/shop/builds/1")) {
      var page = console.page(path);
      assertThat(page.headers().get("content-security-policy")).doesNotContain("unsafe", "*");
      assertThat(page.body())
          .contains(Stylesheet.PAGES.path())
          .doesNotContain("<script", "style=\"", " onclick");
    }
    var css = console.answer(Requests.get(Stylesheet.PAGES.path()));
    assertThat(css.headers().get("cache-control")).contains("immutable");
    assertThat(console.answer(Requests.get("/assets/other.css")).status()).isEqualTo(404);
  }

  @Test
  void whatIsNotThereIsAPage() {
    for (var path :
        List.of(
            "/projects/none", "/projects/shop/releases/1", "/projects/shop/builds/x", "/none")) {
      var page = console.page(path);
      assertThat(page.status()).isEqualTo(404);
      assertThat(page.body()).contains("<h1>Not found</h1>");
    }
  }
}
