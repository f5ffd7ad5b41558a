package io.stagegate.functions.console;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.Stylesheet;
import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Failure;
import io.stagegate.model.StageName;
import io.stagegate.model.StageStatus;
import io.stagegate.release.Decide;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes each page with sample data to {@code target/pages}, to be looked at. */
class GalleryTest {
  private final Console console = new Console();
  private final Path target =
      Path.of(System.getProperty("stagegate.root", "../.."))
          .resolve("functions/console/target/pages");

  @BeforeEach
  void aBusyProject() {
    Samples.withTwoBuilds(console.store);
    Samples.promoted(console.store, 1, 1);
    console.clock.pass(Duration.ofMinutes(50));
    var now = console.clock.instant();
    console.store.transact(
        state -> {
          var commit =
              new Commit(
                  "c0ffee".repeat(6) + "c0ff",
                  "main",
                  "Keep orders for ninety days",
                  "Grace",
                  Set.of("grace"));
          var failed =
              Build.queued(SHOP, 3, StageName.DEV, commit, now)
                  .failed(new Failure("There is no key Resources.", "template.yaml:12"), now);
          state.put(Keys.build(SHOP, 3), failed);
          state.get(Keys.stage(SHOP, StageName.DEV));
          state.put(Keys.stage(SHOP, StageName.DEV), new StageStatus(2, 3, now));
          return true;
        });
    console.form("/projects/shop/promotions", "stage=dev&build=2");
    new WaitingRelease(console).ask();
    console.clock.pass(Duration.ofMinutes(4));
  }

  @Test
  void writesEveryPage() throws IOException {
    write("sign-in", console.answer(Requests.get("/sign-in")));
    write("projects", console.page("/"));
    write("added", console.adminForm("/projects", "repository=acme%2Fbilling"));
    write("project", console.page("/projects/shop"));
    write("members", console.page("/projects/shop/members"));
    write("build", console.page("/projects/shop/builds/1"));
    write("build-failed", console.page("/projects/shop/builds/3"));
    var release = console.page("/projects/shop/releases/1");
    assertThat(release.body()).contains("PROVISIONED", "PAY_PER_REQUEST", "Alarm&lt;b&gt;");
    write("release", release);
    write("missing", console.page("/projects/none"));
    var decided =
        new Decide(console.store, console.clock)
            .press(
                new Decide.Press(
                    SHOP, 1, true, DIGEST, "Read it.\nShip it.", false, Samples.person("ada")));
    assertThat(decided).isInstanceOf(Decide.Outcome.Decided.class);
    write("release-decided", console.page("/projects/shop/releases/1"));
    write("audit", console.adminPage("/projects/shop/audit"));
  }

  private void write(String name, Response page) throws IOException {
    assertThat(page.headers().get("content-type")).startsWith("text/html");
    Files.createDirectories(target.resolve("assets"));
    Files.writeString(target.resolve(name + ".html"), page.body());
    for (var css : List.of(Stylesheet.PAGES, ReviewFragment.STYLESHEET)) {
      Files.writeString(target.resolve(css.path().substring(1)), css.text());
    }
  }
}
