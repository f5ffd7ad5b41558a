package io.stagegate.local.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A local git repository, asked through the git program. Reads only. */
public final class GitRepository {
  /** More than that from one git command is refused (a package may be 250 MB unpacked). */
  private static final int MAX_OUTPUT = 256 * 1024 * 1024;

  private final Path folder;

  /** The repository whose work tree or bare folder is {@code folder}. */
  public GitRepository(Path folder) {
    this.folder = folder;
  }

  /** A commit. Dates are as git prints them in strict ISO 8601. */
  public record Commit(
      String sha,
      String tree,
      List<String> parents,
      String authorName,
      String authorEmail,
      String date,
      String message) {}

  /** One file or folder of a tree; {@code size} is -1 for what is not a file. */
  public record Entry(String mode, String type, String sha, long size, String path) {}

  /** Files that a commit changed, each with git's letter: A, D or M. */
  public record Change(char kind, String path) {}

  /** Where the repository is. */
  public Path folder() {
    return folder;
  }

  /** The branch that HEAD names. */
  public String defaultBranch() {
    return text("symbolic-ref", "--short", "HEAD");
  }

  /** The full hash of the commit that {@code ref} (branch, tag or hash) means, if there is one. */
  public Optional<String> resolve(String ref) {
    return verify(ref + "^{commit}");
  }

  /** The commit at the head of a branch. */
  public Optional<String> branch(String name) {
    return verify("refs/heads/" + name + "^{commit}");
  }

  private Optional<String> verify(String revision) {
    Output out = git("rev-parse", "--verify", "--quiet", "--end-of-options", revision);
    return out.exit() == 0 ? Optional.of(out.text().strip()) : Optional.empty();
  }

  /** One commit, by its full hash. */
  public Commit commit(String sha) {
    String format = "%H%x00%T%x00%P%x00%an%x00%ae%x00%aI%x00%B";
    String[] part = text("show", "-s", "--format=" + format, full(sha)).split("\0", 7);
    List<String> parents = part[2].isBlank() ? List.of() : List.of(part[2].split(" "));
    return new Commit(part[0], part[1], parents, part[3], part[4], part[5], part[6].strip());
  }

  /** Hashes of the commits after {@code before} up to {@code after}, oldest first. */
  public List<String> between(String before, String after) {
    return text("rev-list", "--reverse", full(before) + ".." + full(after)).lines().toList();
  }

  /** What a commit changed against its first parent. */
  public List<Change> changes(String sha) {
    String out =
        text(
            "diff-tree",
            "--root",
            "--no-commit-id",
            "-r",
            "-z",
            "--no-renames",
            "--name-status",
            full(sha));
    String[] parts = out.split("\0");
    List<Change> all = new ArrayList<>();
    for (int i = 0; i + 1 < parts.length; i += 2) {
      all.add(new Change(parts[i].charAt(0), parts[i + 1]));
    }
    return all;
  }

  /** All entries of a commit's tree, folders included when {@code recursive}. */
  public List<Entry> tree(String sha, boolean recursive) {
    List<String> arguments = new ArrayList<>(List.of("ls-tree", "-z", "-l"));
    if (recursive) {
      arguments.addAll(List.of("-r", "-t"));
    }
    arguments.add(full(sha));
    List<Entry> all = new ArrayList<>();
    for (String line : text(arguments.toArray(String[]::new)).split("\0")) {
      if (!line.isEmpty()) {
        String[] half = line.split("\t", 2);
        String[] part = half[0].split(" +");
        long size = part[3].equals("-") ? -1 : Long.parseLong(part[3]);
        all.add(new Entry(part[0], part[1], part[2], size, half[1]));
      }
    }
    return all;
  }

  /** The files of a commit as a gzipped tar, all under {@code folder/}. */
  public byte[] tarball(String sha, String folder) {
    Output out = git("archive", "--format=tar.gz", "--prefix=" + folder + "/", full(sha));
    if (out.exit() != 0) {
      throw new IllegalStateException("git archive ended with " + out.exit());
    }
    return out.bytes();
  }

  private static String full(String sha) {
    if (!sha.matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
      throw new IllegalArgumentException("not a full commit hash: " + sha);
    }
    return sha;
  }

  private String text(String... arguments) {
    Output out = git(arguments);
    if (out.exit() != 0) {
      throw new IllegalStateException(
          "git " + arguments[0] + " in " + folder + " ended with " + out.exit());
    }
    return out.text().strip();
  }

  private record Output(int exit, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Output git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(Map.of("GIT_OPTIONAL_LOCKS", "0", "LC_ALL", "C"));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      try (InputStream in = process.getInputStream()) {
        process.getOutputStream().close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[64 * 1024];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          out.write(chunk, 0, n);
          if (out.size() > MAX_OUTPUT) {
            throw new IllegalStateException("git " + arguments[0] + " printed over 256 MB");
          }
        }
        return new Output(process.waitFor(), out.toByteArray());
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't run git", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running git", e);
    }
  }
}
