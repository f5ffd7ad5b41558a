package io.stagegate.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.cloud.TransientException;
import io.stagegate.model.RepositoryName;
import io.stagegate.store.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Files from GitHub's REST API.
 *
 * @see <a href="https://docs.github.com/rest/git/trees">Git trees</a>
 * @see <a href="https://docs.github.com/rest/repos/contents">Download a repository archive</a>
 */
public final class GitHubSource implements Source {
  /** The largest archive that is taken, in bytes. */
  public static final long LARGEST_ARCHIVE = 250_000_000;

  /** GitHub cuts a tree at 100,000 entries and 7 MB; the rest is room. */
  private static final long LARGEST_DOCUMENT = 20_000_000;

  private final String base;
  private final Supplier<Optional<String>> token;
  private final GitHubCalls calls;
  private final long largestArchive;

  /**
   * @param api the API's address, {@code https://api.github.com}
   * @param token what to say who asks; empty for public repositories
   */
  public GitHubSource(URI api, Supplier<Optional<String>> token) {
    this(api, token, new GitHubCalls(), LARGEST_ARCHIVE);
  }

  GitHubSource(URI api, Supplier<Optional<String>> token, GitHubCalls calls, long largestArchive) {
    this.base = api.toString().replaceAll("/+$", "");
    this.token = token;
    this.calls = calls;
    this.largestArchive = largestArchive;
  }

  @Override
  public Answer<String> defaultBranch(RepositoryName repository) {
    return document(
        "/repos/" + repository,
        json -> {
          var branch = json.path("default_branch").asText("");
          return branch.isEmpty()
              ? new Answer.Refused<>("GitHub named no default branch of " + repository + ".")
              : new Answer.Found<>(branch);
        });
  }

  @Override
  public Answer<Tree> tree(RepositoryName repository, String ref) {
    return document(
        "/repos/" + repository + "/git/trees/" + encoded(ref) + "?recursive=1",
        json -> {
          var paths = new ArrayList<String>();
          for (var entry : json.path("tree")) {
            if (entry.path("type").asText().equals("blob")) {
              paths.add(entry.path("path").asText());
            }
          }
          return new Answer.Found<>(new Tree(paths, !json.path("truncated").asBoolean(false)));
        });
  }

  @Override
  public Answer<Long> tarball(RepositoryName repository, String sha, Path into) {
    var uri = URI.create(base + "/repos/" + repository + "/tarball/" + encoded(sha));
    return switch (calls.get(uri, token.get(), largestArchive, () -> Files.newOutputStream(into))) {
      case GitHubCalls.Result.Ok(var size) -> new Answer.Found<>(size);
      case GitHubCalls.Result.Missing() -> new Answer.NotFound<>();
      case GitHubCalls.Result.Refused(var reason) -> new Answer.Refused<>(reason);
      case GitHubCalls.Result.Large(var limit) -> new Answer.TooLarge<>(limit);
    };
  }

  private <T> Answer<T> document(String path, Function<JsonNode, Answer<T>> reading) {
    var body = new ByteArrayOutputStream();
    GitHubCalls.Sink sink =
        () -> {
          body.reset();
          return body;
        };
    return switch (calls.get(URI.create(base + path), token.get(), LARGEST_DOCUMENT, sink)) {
      case GitHubCalls.Result.Ok(var size) -> reading.apply(parsed(body.toByteArray()));
      case GitHubCalls.Result.Missing() -> new Answer.NotFound<>();
      case GitHubCalls.Result.Refused(var reason) -> new Answer.Refused<>(reason);
      case GitHubCalls.Result.Large(var limit) -> new Answer.TooLarge<>(limit);
    };
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return Codec.mapper().readTree(body);
    } catch (JsonProcessingException e) {
      throw new TransientException("GitHub's answer is not JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
