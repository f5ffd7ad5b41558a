package io.stagegate.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.local.support.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's own repository, as {@code demo --repo} takes it. */
class StoryRepositoryTest {
  private static final String TEMPLATE = "Resources: {Inbox: {Type: AWS::SQS::Queue}}\n";

  @TempDir Path home;

  @Test
  void theLastTwoChangesOfTheTemplateTellTheStory() throws Exception {
    var theirs = repository();
    var first = commit(theirs, "service/template.yaml", TEMPLATE);
    commit(theirs, "notes.txt", "not of the template\n");
    var second = commit(theirs, "service/template.yaml", TEMPLATE + "Description: more\n");
    commit(theirs, "notes.txt", "nor this\n");

    var told = StoryRepository.ofClone(theirs, home.resolve("told"));

    assertThat(told.first()).isEqualTo(first);
    assertThat(told.second()).isEqualTo(second);
    assertThat(told.fullName()).isEqualTo("local/theirs");
    assertThat(told.branch()).isEqualTo("trunk");
  }

  @Test
  void withoutARepositoryTheSentenceNamesTheFolder() throws Exception {
    var folder = Files.createDirectory(home.resolve("plain"));
    for (var none : List.of(folder, home.resolve("absent"))) {
      assertThatThrownBy(() -> StoryRepository.ofClone(none, home.resolve("told")))
          .isInstanceOf(StoryException.class)
          .hasMessage(none + " is not the top folder of a git repository.");
    }
  }

  @Test
  void withoutATemplateThereIsNoStory() throws Exception {
    var theirs = repository();
    commit(theirs, "notes.txt", "no template\n");

    assertThatThrownBy(() -> StoryRepository.ofClone(theirs, home.resolve("told")))
        .isInstanceOf(StoryException.class)
        .hasMessage("There is no CloudFormation or SAM template in " + theirs);
  }

  @Test
  void oneCommitIsNoChange() throws Exception {
    var theirs = repository();
    commit(theirs, "template.yaml", TEMPLATE);

    assertThatThrownBy(() -> StoryRepository.ofClone(theirs, home.resolve("told")))
        .isInstanceOf(StoryException.class)
        .hasMessageStartingWith("template.yaml has fewer than two commits");
  }

  private Path repository() throws Exception {
    var folder = Files.createDirectory(home.resolve("theirs"));
    git(folder, "init", "--quiet", "--initial-branch=trunk");
    return folder;
  }

  private String commit(Path repository, String file, String content) throws Exception {
    var path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
    git(repository, "add", "--all");
    git(repository, "commit", "--quiet", "--message", "Change " + file);
    return git(repository, "rev-parse", "HEAD");
  }

  private String git(Path repository, String... arguments) throws Exception {
    var out = home.resolve("git.out");
    Processes.run(
        Stream.concat(
                Stream.of("git", "-C", repository.toString(), "-c", "user.name=Ada"),
                Stream.concat(Stream.of("-c", "user.email=ada@example.com"), Stream.of(arguments)))
            .toList(),
        Map.of("GIT_CONFIG_GLOBAL", "/dev/null"),
        out,
        home.resolve("git.err"),
        Duration.ofSeconds(30));
    return Files.readString(out).strip();
  }
}
