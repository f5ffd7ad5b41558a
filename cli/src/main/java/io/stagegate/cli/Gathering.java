package io.stagegate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.StackTemplates;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what a review is made from, and each reason why some of it can't be read. */
final class Gathering {
  private final Inputs inputs;
  private final List<JsonNode> answers = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private @Nullable Template before;
  private @Nullable Template after;

  Gathering(Inputs inputs) {
    this.inputs = inputs;
  }

  void answers(String file) {
    switch (inputs.read(file).then(Answers::of)) {
      case Read.Done<List<JsonNode>>(var read) -> answers.addAll(read);
      case Read.Failed<List<JsonNode>>(var problem) -> problems.add(problem);
    }
  }

  void before(@Nullable String file) {
    before = template(file);
  }

  void after(@Nullable String file) {
    after = template(file);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The input, or the reason why the parts don't belong together. */
  Read<ReviewInput> input() {
    if (before == null && after == null) {
      return new Read.Done<>(ReviewInput.of(answers));
    }
    TreeSet<String> stacks = stacks();
    if (stacks.size() > 1) {
      return new Read.Failed<>(
          Problem.of(
              before == null ? "--after" : "--before",
              "a template is one stack's, but the answers are of " + String.join(", ", stacks)));
    }
    String stack = stacks.isEmpty() ? "" : stacks.first();
    StackTemplates templates = StackTemplates.of(before, after);
    return new Read.Done<>(new ReviewInput(answers, Map.of(stack, templates), "", Map.of()));
  }

  /** The stacks that templates may belong to: those of roots; where none is a root, all. */
  private TreeSet<String> stacks() {
    List<JsonNode> roots =
        answers.stream().filter(answer -> !answer.hasNonNull("ParentChangeSetId")).toList();
    TreeSet<String> stacks = new TreeSet<>();
    (roots.isEmpty() ? answers : roots)
        .forEach(answer -> stacks.add(answer.path("StackName").asText("")));
    return stacks;
  }

  private @Nullable Template template(@Nullable String file) {
    if (file == null) {
      return null;
    }
    return switch (inputs.read(file).then(Gathering::parsed)) {
      case Read.Done<Template>(var template) -> template;
      case Read.Failed<Template>(var problem) -> {
        problems.add(problem);
        yield null;
      }
    };
  }

  private static Read<Template> parsed(Document document) {
    return switch (new TemplateReader().read(document.text())) {
      case TemplateRead.Parsed(var template) -> new Read.Done<>(template);
      case TemplateRead.Unreadable(var line, var column, var reason) ->
          new Read.Failed<>(new Problem(document.name(), line, column, reason));
    };
  }
}
