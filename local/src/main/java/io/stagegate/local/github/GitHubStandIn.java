package io.stagegate.local.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.stagegate.local.support.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands in for GitHub over local git repositories: repository, branch, commit, tree and tarball
 * can be read; what is posted is recorded ({@code GET /_recorded}); people sign in elsewhere by it.
 *
 * <p>As GitHub does, a tarball is answered by a redirect to an address that needs no token.
 *
 * @see <a href="https://docs.github.com/en/rest/repos/contents">Repository contents</a>
 */
public final class GitHubStandIn implements AutoCloseable {
  private static final int MAX_BODY = 256 * 1024;

  private final Map<String, GitRepository> repositories = new ConcurrentHashMap<>();
  private final Recorded recorded = new Recorded();
  private final Optional<String> token;
  private final Http http;
  private final Documents documents;
  private final OAuthStandIn oauth;

  private GitHubStandIn(Optional<String> token) {
    this.token = token;
    var free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    this.http = Http.serve(free, this::handle);
    this.documents = new Documents(address().toString());
    this.oauth = new OAuthStandIn(documents);
  }

  /** Starts one; with a token every call has to carry it, as {@code Authorization: Bearer}. */
  public static GitHubStandIn start(Optional<String> token) {
    return new GitHubStandIn(token);
  }

  /** The address that stands for {@code https://api.github.com}, without a slash at its end. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + http.port());
  }

  /** Serves the git repository in {@code folder} as {@code owner/name}. */
  public GitRepository serve(String fullName, Path folder) {
    if (!fullName.matches("[\\w.-]+/[\\w.-]+")) {
      throw new IllegalArgumentException("not owner/name: " + fullName);
    }
    GitRepository repository = new GitRepository(folder);
    repositories.put(fullName, repository);
    return repository;
  }

  /** From now on people can sign in to this app with their account. */
  public void register(OAuthApp app) {
    oauth.register(app);
  }

  /** What was posted so far, oldest first. */
  public List<Recorded.Call> recorded() {
    return recorded.all();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    if (path.equals("/_recorded")) {
      answer(exchange, 200, recorded.json());
      return;
    }
    if (oauth.handle(exchange)) {
      return;
    }
    String[] part = path.substring(1).split("/", 5);
    boolean download = part[0].equals("_codeload") && part.length >= 4;
    if (!download && !allowed(exchange)) {
      answer(exchange, 401, documents.error(401, "Bad credentials"));
      return;
    }
    String fullName = part.length >= 3 ? part[1] + "/" + part[2] : "";
    GitRepository git = repositories.get(fullName);
    if (git == null || !(download || part[0].equals("repos"))) {
      notFound(exchange);
    } else if (!exchange.getRequestMethod().equals("GET")) {
      record(exchange, path);
    } else if (download) {
      download(exchange, git, fullName, part[3]);
    } else {
      String rest = part.length < 5 ? "" : URLDecoder.decode(part[4], StandardCharsets.UTF_8);
      read(exchange, git, fullName, part.length < 4 ? "" : part[3], rest);
    }
  }

  private boolean allowed(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    return token.isEmpty()
        || List.of("Bearer " + token.get(), "token " + token.get()).contains(header);
  }

  private void read(
      HttpExchange exchange, GitRepository git, String fullName, String what, String rest)
      throws IOException {
    switch (what) {
      case "" -> answer(exchange, 200, documents.repository(fullName, git));
      case "branches" -> {
        Optional<String> head = git.branch(rest);
        if (head.isEmpty()) {
          answer(exchange, 404, documents.error(404, "Branch not found"));
        } else {
          answer(exchange, 200, documents.branch(rest, git.commit(head.get()), fullName));
        }
      }
      case "commits" -> {
        Optional<String> sha = git.resolve(rest);
        if (sha.isEmpty()) {
          answer(exchange, 422, documents.error(422, "No commit found for SHA: " + rest));
        } else {
          answer(exchange, 200, documents.commit(git.commit(sha.get()), fullName));
        }
      }
      case "git" -> tree(exchange, git, rest);
      case "tarball" -> {
        Optional<String> sha = git.resolve(rest.isEmpty() ? "HEAD" : rest);
        if (sha.isEmpty()) {
          notFound(exchange);
        } else {
          exchange
              .getResponseHeaders()
              .set("Location", address() + "/_codeload/" + fullName + "/" + sha.get());
          exchange.sendResponseHeaders(302, -1);
        }
      }
      default -> notFound(exchange);
    }
  }

  private void tree(HttpExchange exchange, GitRepository git, String rest) throws IOException {
    Optional<String> sha =
        rest.startsWith("trees/")
            ? git.resolve(rest.substring("trees/".length()))
            : Optional.empty();
    if (sha.isEmpty()) {
      notFound(exchange);
      return;
    }
    boolean recursive = exchange.getRequestURI().toString().contains("recursive=");
    var entries = git.tree(sha.get(), recursive);
    answer(exchange, 200, documents.tree(git.commit(sha.get()).tree(), entries));
  }

  private void download(HttpExchange exchange, GitRepository git, String fullName, String ref)
      throws IOException {
    Optional<String> sha = git.resolve(ref);
    if (sha.isEmpty()) {
      notFound(exchange);
      return;
    }
    String folder = fullName.replace('/', '-') + "-" + sha.get().substring(0, 7);
    exchange
        .getResponseHeaders()
        .set("Content-Disposition", "attachment; filename=" + folder + ".tar.gz");
    Http.answer(exchange, 200, "application/x-gzip", git.tarball(sha.get(), folder));
  }

  private void record(HttpExchange exchange, String path) throws IOException {
    Optional<byte[]> body = Http.body(exchange, MAX_BODY);
    if (body.isEmpty()) {
      answer(exchange, 413, documents.error(413, "Body over 256 KB"));
      return;
    }
    long number = recorded.add(exchange.getRequestMethod(), path, body.get());
    answer(exchange, 201, documents.object().put("id", number));
  }

  private void notFound(HttpExchange exchange) throws IOException {
    answer(exchange, 404, documents.error(404, "Not Found"));
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    Http.answer(
        exchange,
        status,
        "application/json; charset=utf-8",
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    http.close();
  }
}
