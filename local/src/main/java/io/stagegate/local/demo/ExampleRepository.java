package io.stagegate.local.demo;

import io.stagegate.local.LocalSystem;
import io.stagegate.local.Workspace;

/** The repository that a system without a story has at GitHub's stand-in: docs/api.md adds it. */
public final class ExampleRepository {
  /** What it is called there, as {@code owner/name}. */
  public static final String NAME = "acme/shop";

  private ExampleRepository() {}

  /** Makes it anew, with the two commits of the example, and has the stand-in serve it. */
  public static void serve(LocalSystem system, Workspace workspace) {
    var folder = workspace.home().resolve("example").resolve("repository");
    var repository = StoryRepository.ofExample(workspace.examples().resolve("orders"), folder);
    system.github().serve(NAME, repository.folder());
  }
}
