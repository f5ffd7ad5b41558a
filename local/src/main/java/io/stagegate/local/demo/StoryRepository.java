package io.stagegate.local.demo;

import io.stagegate.local.github.GitRepository;
import io.stagegate.local.support.Processes;
import io.stagegate.model.RepositoryName;
import io.stagegate.source.ServiceProposal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The git repository that a story is told with.
 *
 * @param fullName as {@code owner/name}
 * @param folder a repository of the demo's own
 * @param first the commit that is pushed first
 * @param second the commit that is pushed then
 */
public record StoryRepository(String fullName, Path folder, String first, String second) {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Map<String, String> IDENTITY =
      Map.of(
          "GIT_AUTHOR_NAME", "Ada Example",
          "GIT_AUTHOR_EMAIL", "ada@example.com",
          "GIT_COMMITTER_NAME", "Ada Example",
          "GIT_COMMITTER_EMAIL", "ada@example.com",
          "GIT_CONFIG_GLOBAL", "/dev/null",
          "GIT_CONFIG_NOSYSTEM", "1");

  /** A new repository with two commits: the example's first version, then its second. */
  public static StoryRepository ofExample(Path example, Path folder) {
    emptied(folder);
    git(folder, "init", "--quiet", "--initial-branch=main");
    var first = commit(example.resolve("v1"), folder, "Take orders");
    var second = commit(example.resolve("v2"), folder, "Ship orders faster, archive them no more");
    return new StoryRepository("acme/orders", folder, first, second);
  }

  /**
   * A clone of somebody's repository, told with the last two commits that change its template. The
   * repository itself is only read.
   */
  public static StoryRepository ofClone(Path theirs, Path folder) {
    // A work tree has the one, a bare repository the other.
    if (!Files.exists(theirs.resolve(".git")) && !Files.exists(theirs.resolve("HEAD"))) {
      throw new StoryException(theirs + " is not the top folder of a git repository.");
    }
    emptied(folder);
    git(folder, "clone", "--quiet", theirs.toAbsolutePath().toString(), ".");
    var listed = git(folder, "ls-files").lines().toList();
    var name = new RepositoryName("local", nameOf(theirs));
    var proposed =
        ServiceProposal.of(name, listed).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new StoryException("There is no CloudFormation or SAM template in " + theirs));
    var commits =
        git(folder, "log", "--format=%H", "-2", "--", proposed.template()).lines().toList();
    if (commits.size() < 2) {
      throw new StoryException(
          proposed.template() + " has fewer than two commits, so there is no change to show.");
    }
    return new StoryRepository(name.toString(), folder, commits.get(1), commits.get(0));
  }

  /** A new commit on the branch with the files of an earlier one; returns its hash. */
  public String again(String commit, String message) {
    var made = git(folder, "commit-tree", commit + "^{tree}", "-p", "HEAD", "-m", message).strip();
    git(folder, "reset", "--quiet", "--hard", made);
    return made;
  }

  /** The branch that the story follows. */
  public String branch() {
    return new GitRepository(folder).defaultBranch();
  }

  private static String nameOf(Path theirs) {
    var name = theirs.toAbsolutePath().normalize().getFileName();
    return (name == null ? "repository" : name.toString()).replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static String commit(Path version, Path folder, String message) {
    try (Stream<Path> old = Files.list(folder)) {
      for (Path entry : old.filter(entry -> !entry.endsWith(".git")).toList()) {
        delete(entry);
      }
      copy(version, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", message);
    return git(folder, "rev-parse", "HEAD").strip();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        delete(folder);
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static String git(Path folder, String... arguments) {
    var command =
        Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(arguments)).toList();
    try {
      var out = Files.createTempFile(folder.getParent(), "git", ".out");
      var errors = Files.createTempFile(folder.getParent(), "git", ".err");
      try {
        Processes.run(command, IDENTITY, out, errors, LIMIT);
        return Files.readString(out);
      } finally {
        Files.delete(out);
        Files.delete(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
