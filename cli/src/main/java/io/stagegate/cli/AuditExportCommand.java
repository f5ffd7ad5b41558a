package io.stagegate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stagegate audit export}: writes a project's audit log to standard output. */
@Command(
    name = "export",
    sortOptions = false,
    header = "Writes an audit log to standard output: JSON Lines, the signed head last.",
    synopsisHeading = "%n",
    description = {
      "",
      "Without --url and STAGEGATE_URL it asks the Stagegate that runs on this machine.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all of it is written",
      "1:Stagegate did not give it; the reason is on standard error",
      "2:wrong usage"
    })
final class AuditExportCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern PROJECT = Pattern.compile("[a-z][a-z0-9-]{1,39}");
  private static final Pattern NEXT = Pattern.compile("<(/api/v1/[^>]*)>; rel=\"next\"");
  private static final int LONGEST_REASON = 2_000;

  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "PROJECT", arity = "0..1", description = "The project's id.")
  private @Nullable String project;

  @Option(
      names = "--installation",
      description = "The log of what is of no project: tokens, and whose access was ended.")
  private boolean installation;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where Stagegate is reached (STAGEGATE_URL).")
  private @Nullable String url;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "An admin's token. Others may see it here: prefer STAGEGATE_TOKEN.")
  private @Nullable String token;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  AuditExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var path = path();
    return switch (Connection.of(surroundings, url, token)) {
      case Read.Failed<Connection>(var problem) -> said(Verdict.UNREADABLE, problem.toString());
      case Read.Done<Connection>(var connection) -> export(connection, path);
    };
  }

  private String path() {
    var named = project;
    if ((named == null) != installation || (named != null && !PROJECT.matcher(named).matches())) {
      throw new ParameterException(
          java.util.Objects.requireNonNull(spec).commandLine(),
          "name a project, or --installation");
    }
    return (named == null ? "" : "/projects/" + named) + "/audit/export";
  }

  private int export(Connection connection, String path) throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
      var next = URI.create(connection.api() + path);
      while (true) {
        var answer = client.send(request(connection, next), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
          if (answer.statusCode() != 200) {
            return said(REFUSED, reason(answer.statusCode(), body));
          }
          body.transferTo(surroundings.out());
        }
        var more = next(answer);
        if (more == null) {
          surroundings.out().flush();
          return 0;
        }
        next = connection.api().resolve(more);
      }
    } catch (IOException e) {
      return said(REFUSED, "the export broke off: " + e);
    }
  }

  private static HttpRequest request(Connection connection, URI address) {
    return HttpRequest.newBuilder(address)
        .timeout(LIMIT)
        .header("authorization", "Bearer " + connection.token())
        .build();
  }

  private static @Nullable String next(HttpResponse<InputStream> answer) {
    var link = NEXT.matcher(answer.headers().firstValue("link").orElse(""));
    return link.matches() ? link.group(1) : null;
  }

  private static String reason(int status, InputStream body) throws IOException {
    var said = new String(body.readNBytes(LONGEST_REASON), StandardCharsets.UTF_8);
    return "Stagegate answered " + status + ": " + said;
  }

  private int said(int code, String sentence) {
    surroundings.say(sentence);
    return code;
  }
}
