package io.stagegate.functions.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.AuditNote;
import io.stagegate.audit.Keypair;
import io.stagegate.audit.SignedHead;
import io.stagegate.http.Doors;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.model.Channel;
import io.stagegate.model.Login;
import io.stagegate.model.Origin;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Role;
import io.stagegate.model.Scope;
import io.stagegate.release.ChangeTeam;
import io.stagegate.store.AuditKeys;
import io.stagegate.store.Codec;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit log in the API and the console, and who sees it. */
class AuditRoutesTest {
  private static final ProjectId SHOP = new ProjectId("shop");
  private static final AuditLog LOG = AuditLog.of(SHOP);
  private static final String API = "/projects/shop/audit";

  private final Console console = new Console();

  @BeforeEach
  void aProjectWithAMember() {
    console.post("/projects", "{\"repository\":\"acme/shop\",\"id\":\"shop\"}");
    new ChangeTeam(console.store, console.clock)
        .put(SHOP, new Login("ada"), Set.of(Role.APPROVER), Set.of(), operator());
  }

  private static Person operator() {
    return new Person(new Login(Doors.ADMIN), true, new Origin(Channel.CONSOLE, "2001:db8::7"));
  }

  private JsonNode json(Response answer) throws Exception {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return Codec.mapper().readTree(answer.body());
  }

  private void remember(String action, String text) {
    console.store.transact(
        state -> {
          state.audit(
              new AuditNote(
                  LOG,
                  console.clock.instant(),
                  "admin",
                  operator().from(),
                  action,
                  "release/1",
                  "sha256:" + "ab".repeat(32),
                  text));
          return true;
        });
  }

  @Test
  void theApiShowsTheNewestFirst() throws Exception {
    var items = json(console.get(API)).path("items");

    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("number").asInt()).isEqualTo(2);
    assertThat(items.get(0).path("actor").asText()).isEqualTo(Doors.ADMIN);
    assertThat(items.get(0).path("action").asText()).isEqualTo("member.changed");
    assertThat(items.get(0).path("channel").asText()).isEqualTo("CONSOLE");
    assertThat(items.get(0).path("address").asText()).isEqualTo("2001:db8::7");
    assertThat(items.get(1).path("action").asText()).isEqualTo("project.added");
    assertThat(items.get(1).path("channel").asText()).isEqualTo("API");
    assertThat(items.get(1).path("address").asText()).isNotEmpty();

    var page =
        json(console.answer(Doors.withToken(Requests.get("/api/v1" + API)).query("limit", "1")));
    assertThat(page.path("items")).hasSize(1);
    assertThat(page.path("cursor").asText()).isNotEmpty();
  }

  @Test
  void theExportEndsWithTheSignedHead() {
    var head = console.store.read(AuditKeys.auditHead(LOG)).orElseThrow();
    var signed = SignedHead.of(head, console.clock.instant(), new Keypair());
    console.heads.keep(signed);

    var answer = console.get(API + "/export");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers()).containsEntry("content-type", "application/x-ndjson");
    assertThat(answer.headers()).doesNotContainKey("link");
    assertThat(answer.body().lines()).hasSize(3);
    assertThat(answer.body())
        .isEqualTo(
            String.join(
                    "\n",
                    console.store.list(AuditKeys.auditEntries(LOG, false), 9, null).items().stream()
                        .map(AuditEntry::line)
                        .toList())
                + "\n"
                + signed.line()
                + "\n");
  }

  @Test
  void aLongExportGoesOnWhereItEnded() {
    IntStream.rangeClosed(3, 1005).forEach(number -> remember("release.voted", "Said."));

    var first = console.get(API + "/export");
    assertThat(first.body().lines()).hasSize(1000);
    var link = first.headers().getOrDefault("link", "");
    assertThat(link).matches("</api/v1/projects/shop/audit/export\\?cursor=[^>]+>; rel=\"next\"");

    var cursor = link.replaceAll(".*cursor=|>.*", "");
    var second =
        console.answer(
            Doors.withToken(Requests.get("/api/v1" + API + "/export")).query("cursor", cursor));
    assertThat(second.body().lines()).hasSize(5);
    assertThat(second.body())
        .startsWith("{\"kind\":\"entry\",\"version\":1")
        .contains("\"number\":1001,");
    assertThat(second.headers()).doesNotContainKey("link");

    var foreign =
        console.answer(
            Doors.withToken(Requests.get("/api/v1" + API + "/export")).query("cursor", "Qk9P"));
    assertThat(foreign.status()).isEqualTo(400);
  }

  @Test
  void itIsForAdminsAlone() {
    assertThat(console.page(API).status()).isEqualTo(403);
    var approver = console.doors.withToken(Requests.get("/api/v1" + API), "ada", Scope.ADMIN);
    assertThat(console.answer(approver).status()).isEqualTo(403);
    var stranger = console.doors.withToken(Requests.get("/api/v1" + API), "eve", Scope.ADMIN);
    assertThat(console.answer(stranger).status()).isEqualTo(404);
    var reader = console.doors.withToken(Requests.get("/api/v1" + API), Doors.ADMIN, Scope.READ);
    assertThat(console.answer(reader).status()).isEqualTo(403);
    assertThat(console.answer(Requests.get("/api/v1" + API + "/export")).status()).isEqualTo(401);
  }

  @Test
  void theInstallationsIsForWhoRunsIt() throws Exception {
    var ada = console.doors.withToken(Requests.get("/api/v1/audit"), "ada", Scope.ADMIN);
    assertThat(console.answer(ada).status()).isEqualTo(403);

    var items = json(console.get("/audit")).path("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).path("action").asText()).isEqualTo("token.made");
    assertThat(console.get("/audit/export").body()).contains("\"log\":\"installation\"");
  }

  @Test
  void thePageLetsOverridesStandOutAndEscapesWhatPeopleSay() {
    remember("release.overridden", "Approved release 1: <b>now</b>");
    remember("release.approved", "Approved release 2.");

    var page = console.adminPage(API).body();

    assertThat(page).containsOnlyOnce("class=\"loud\"").containsOnlyOnce(">Override<");
    assertThat(page).contains("&lt;b&gt;now&lt;/b&gt;").doesNotContain("<b>now");
    assertThat(page).contains("console from 2001:db8::7").contains("Nothing of it is signed yet");
    assertThat(page.indexOf("release 2")).isLessThan(page.indexOf("release 1:"));
    assertThat(console.adminPage("/projects/shop").body())
        .contains("href=\"/projects/shop/audit\"");
    assertThat(console.page("/projects/shop").body()).doesNotContain("/projects/shop/audit");
  }

  @Test
  void olderEntriesAreAPageAway() {
    IntStream.rangeClosed(3, 60).forEach(number -> remember("release.voted", "Said."));

    var page = console.adminPage(API).body();
    assertThat(page).contains("/projects/shop/audit?cursor=").contains("Older entries");
  }
}
