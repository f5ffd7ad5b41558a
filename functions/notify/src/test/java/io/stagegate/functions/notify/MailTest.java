package io.stagegate.functions.notify;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.stagegate.http.Ticking;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Links;
import io.stagegate.model.Approval;
import io.stagegate.model.Commit;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.Quorum;
import io.stagegate.model.Release;
import io.stagegate.model.StageName;
import io.stagegate.model.Verification;
import io.stagegate.notice.NoticeText;
import io.stagegate.review.RiskLevel;
import io.stagegate.store.Codec;
import io.stagegate.store.MemoryStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Mails as the mail service gets them, told of a release that is full of traps. */
class MailTest {
  private static final String EVIL =
      "Fix <script>alert(1)</script>\u2028Bcc: eve@example.com\u202e http://evil.example/ & \"more\"";

  private final List<JsonNode> taken = Collections.synchronizedList(new ArrayList<>());
  private final MemoryStore store = new MemoryStore(new Ticking(NOW.toString()));
  private int status = 200;
  private String refusal = "";
  private @Nullable HttpServer service;
  private @Nullable MailMessenger mail;

  @BeforeEach
  void aMailService() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v2/email/outbound-emails",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          taken.add(Codec.mapper().readTree(body));
          var answer =
              (status == 200 ? "{\"MessageId\":\"1\"}" : refusal).getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("content-type", "application/json");
          if (status != 200) {
            exchange.getResponseHeaders().add("x-amzn-errortype", "MessageRejected");
          }
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    service = server;
    var ses =
        SesV2Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .build();
    var seals = new LinkSeals(() -> "key", check -> check.test("key"));
    mail =
        new MailMessenger(
            new SesMail(ses, "gate@example.com"),
            new MailHtml(),
            new Links(store, seals, "https://gate.example"),
            "https://gate.example");
  }

  @AfterEach
  void stop() {
    if (service != null) {
      service.stop(0);
    }
  }

  @Test
  void aQuestionHasBothPartsWithAllThatPeopleNeed() {
    var message = told(Notice.Kind.ASKED, "Keep orders for ninety days", 1);

    assertThat(message.at("/FromEmailAddress").asText()).isEqualTo("Stagegate <gate@example.com>");
    assertThat(message.at("/Destination/ToAddresses").toString())
        .isEqualTo("[\"bob@example.com\"]");
    assertThat(subject(message)).isEqualTo("[shop] ada asks to promote build 2 to production");
    var link = "https://gate.example/links/";
    for (var part : List.of(text(message), Jsoup.parse(html(message)).text())) {
      assertThat(part)
          .contains("1 table will be removed and its data lost", "0 added, 0 modified, 1 removed")
          .contains("OldOrders: Its data is lost.", "and 3 more on the page")
          .contains("0000000 Keep orders for ninety days (Ada)", "in place of build 1")
          .contains("Mon 30 Nov 2026, 10:00 UTC, for 7 days. 0 of 2 have said yes.");
    }
    assertThat(text(message)).contains(link, "?s=");
    assertThat(Jsoup.parse(html(message)).select("a[href^=" + link + "]")).hasSize(1);
  }

  @Test
  void whatComesFromOutsideStaysText() {
    var message = told(Notice.Kind.ASKED, EVIL, 1);

    var page = Jsoup.parse(html(message));
    assertThat(page.select("script, img, iframe, object, form, link")).isEmpty();
    assertThat(html(message)).doesNotContain("<script", "http://evil", "\u202e");
    assertThat(page.text()).contains("Fix <script>alert(1)</script> Bcc: eve@example.com");
    assertThat(text(message).lines())
        .noneMatch(line -> line.startsWith("Bcc:"))
        .anyMatch(line -> line.contains("alert(1)</script> Bcc: eve@example.com http: //evil"));
    assertThat(subject(message)).doesNotContain("\r", "\n");
  }

  @Test
  void headersMakeAThreadAndCallItAutomatic() {
    var asked = told(Notice.Kind.ASKED, "x", 1);
    var ended = told(Notice.Kind.ENDED, "x", 1);

    for (var message : List.of(asked, ended)) {
      var headers = message.at("/Content/Simple/Headers").toString();
      assertThat(headers)
          .contains("{\"Name\":\"Auto-Submitted\",\"Value\":\"auto-generated\"}")
          .contains("{\"Name\":\"References\",\"Value\":\"<release-1.shop@stagegate.invalid>\"}");
    }
    assertThat(text(ended)).contains("Open the release:").doesNotContain("/links/");
  }

  @Test
  void itsSizeIsBoundedWhateverItTellsOf() {
    var message = told(Notice.Kind.ASKED, "long ".repeat(40), 500);

    assertThat(html(message).length()).isLessThan(20_000);
    assertThat(text(message).length()).isLessThan(8_000);
    assertThat(text(message)).contains("and 490 more");
    assertThat(subject(message).length()).isLessThanOrEqualTo(120);
  }

  @Test
  void aCodeIsInBothParts() {
    var asked =
        (Verification.Asking.Asked)
            Verification.ask(
                new Login("bob"),
                Notice.Channel.MAIL,
                "new@example.com",
                Verification.CONTACT,
                Optional.empty(),
                NOW);

    messenger().verify(asked.verification(), "K7QF-2M9X");

    var message = taken.getLast();
    assertThat(message.at("/Destination/ToAddresses/0").asText()).isEqualTo("new@example.com");
    assertThat(text(message)).contains("K7QF-2M9X", "until Mon 23 Nov 2026, 11:00 UTC");
    assertThat(html(message)).contains("K7QF-2M9X");
  }

  @Test
  void aRefusalNamesNoAddress() {
    status = 400;
    refusal = "{\"message\":\"Email address is not verified: bob@example.com\"}";

    assertThatThrownBy(() -> told(Notice.Kind.ASKED, "x", 1))
        .isInstanceOf(FailedException.class)
        .hasMessage("The mail service answered MessageRejected");
  }

  private JsonNode told(Notice.Kind kind, String message, int commits) {
    var release =
        Release.requested(
            SHOP, 1, Release.Kind.PROMOTION, StageName.PRODUCTION, StageName.DEV, 2, 1, "ada", NOW);
    var approval =
        Approval.asked(
            SHOP,
            1,
            DIGEST,
            new Quorum(2, Set.of(), Set.of(), true, false),
            NOW,
            Duration.ofDays(7));
    var found =
        new NoticeText.Found(
            "1 change to production: 1 table will be removed and its data lost",
            RiskLevel.HIGH,
            "0 added, 0 modified, 1 removed",
            List.of(new NoticeText.Reason(RiskLevel.HIGH, "OldOrders", "Its data is lost.")),
            3);
    var shown =
        IntStream.range(0, Math.min(commits, NoticeText.MOST_COMMITS))
            .mapToObj(i -> new Commit("%040x".formatted(i), "main", message, "Ada", Set.of()))
            .toList();
    var text =
        new NoticeText(
            kind,
            release,
            NOW,
            found,
            shown,
            commits - shown.size(),
            approval,
            "https://gate.example/projects/shop/releases/1");
    var notice = Notice.waiting(SHOP, 1, kind, 1, new Login("bob"), Notice.Channel.MAIL, null, NOW);
    messenger().tell(notice, text, "bob@example.com");
    return taken.getLast();
  }

  private MailMessenger messenger() {
    if (mail == null) {
      throw new IllegalStateException("not started");
    }
    return mail;
  }

  private static String subject(JsonNode message) {
    return message.at("/Content/Simple/Subject/Data").asText();
  }

  private static String text(JsonNode message) {
    return message.at("/Content/Simple/Body/Text/Data").asText();
  }

  private static String html(JsonNode message) {
    return message.at("/Content/Simple/Body/Html/Data").asText();
  }
}
