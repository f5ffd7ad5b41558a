package io.stagegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The export over HTTP, page by page. */
class AuditExportCommandTest {
  @TempDir private Path folder = Path.of("");
  private final List<String> asked = new ArrayList<>();
  private HttpServer server = create();

  private static HttpServer create() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @BeforeEach
  void aStagegate() {
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("authorization"));
          var query = String.valueOf(exchange.getRequestURI().getQuery());
          var path = exchange.getRequestURI().getPath();
          int status = path.contains("secret") ? 403 : 200;
          if (!query.contains("cursor=b") && status == 200) {
            var next = query.contains("cursor=a") ? "b" : "a";
            exchange
                .getResponseHeaders()
                .add("link", "<" + path + "?cursor=" + next + ">; rel=\"next\"");
          }
          var body = (status == 200 ? "line " + query : "{\"detail\":\"No.\"}") + "\n";
          exchange.sendResponseHeaders(status, body.length());
          exchange.getResponseBody().write(body.getBytes(UTF_8));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private Ran export(Map<String, String> environment, String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit", "export"));
    all.addAll(List.of(arguments));
    return Ran.command(folder, new byte[0], false, environment, all.toArray(String[]::new));
  }

  @Test
  void allPagesAreWrittenInOrder() {
    var ran = export(Map.of("STAGEGATE_URL", url() + "/", "STAGEGATE_TOKEN", "t-1"), "shop");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("line null\nline cursor=a\nline cursor=b\n");
    assertThat(asked)
        .containsExactly(
            "/api/v1/projects/shop/audit/export Bearer t-1",
            "/api/v1/projects/shop/audit/export?cursor=a Bearer t-1",
            "/api/v1/projects/shop/audit/export?cursor=b Bearer t-1");
  }

  @Test
  void optionsComeBeforeTheEnvironment() {
    export(
        Map.of("STAGEGATE_URL", "http://127.0.0.1:1", "STAGEGATE_TOKEN", "t-1"),
        "--installation",
        "--url",
        url(),
        "--token",
        "t-2");
    assertThat(asked.getFirst()).isEqualTo("/api/v1/audit/export Bearer t-2");
  }

  @Test
  void theSystemOnThisMachineIsAskedWhereNoneIsNamed() throws IOException {
    var file = Files.createDirectories(folder.resolve(".stagegate")).resolve("local.json");
    Files.writeString(file, "{\"api\":\"" + url() + "/api/v1\",\"token\":\"local\",\"pid\":1}");

    assertThat(export(Map.of(), "shop").code()).isZero();
    assertThat(asked).hasSize(3).allMatch(line -> line.endsWith("Bearer local"));

    var elsewhere = export(Map.of("STAGEGATE_URL", url()), "shop");
    assertThat(elsewhere.code()).isEqualTo(2);
    assertThat(elsewhere.err()).contains("needs a token: set STAGEGATE_TOKEN");
    assertThat(asked).hasSize(3);
  }

  @Test
  void aRefusalIsSaid() {
    var ran = export(Map.of("STAGEGATE_URL", url(), "STAGEGATE_TOKEN", "t-1"), "secret");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("Stagegate answered 403").contains("No.").doesNotContain("t-1");
    server.stop(0);
    var gone = export(Map.of("STAGEGATE_URL", url(), "STAGEGATE_TOKEN", "t-1"), "shop");
    assertThat(gone.code()).isEqualTo(1);
    assertThat(gone.err()).contains("the export broke off").doesNotContain("t-1");
  }

  @Test
  void wrongUsageIsSaid() {
    assertThat(export(Map.of(), "shop").err()).contains("no Stagegate runs on this machine");
    assertThat(export(Map.of()).err()).contains("name a project, or --installation");
    assertThat(export(Map.of(), "../x").code()).isEqualTo(2);
    assertThat(export(Map.of(), "shop", "--installation").code()).isEqualTo(2);
    for (String bad : List.of("ftp://x", "no address", "https:///x")) {
      assertThat(export(Map.of("STAGEGATE_TOKEN", "t"), "shop", "--url", bad).err())
          .contains("is no http(s) address");
    }
  }
}
