package io.stagegate.local.github;

import io.stagegate.local.support.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small git repository for the tests. */
public final class SampleRepository {
  private final Path folder;

  public SampleRepository(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    git("init", "-q", "-b", "main");
  }

  public void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  public void delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
  }

  /** Commits everything and returns the hash. */
  public String commit(String message) throws IOException {
    git("add", "-A");
    git("commit", "-q", "-m", message);
    return new GitRepository(folder).resolve("HEAD").orElseThrow();
  }

  public void git(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "git",
                "-C",
                folder.toString(),
                "-c",
                "user.name=Ada",
                "-c",
                "user.email=ada@example.com",
                "-c",
                "commit.gpgsign=false"));
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile("git", ".log");
    Processes.run(command, Map.of(), log, log, Duration.ofSeconds(20));
    Files.delete(log);
  }

  public Path folder() {
    return folder;
  }
}
