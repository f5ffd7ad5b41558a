package io.stagegate.cli;

import io.stagegate.review.Review;
import io.stagegate.review.ReviewInput;
import io.stagegate.review.ReviewResult;
import io.stagegate.review.Reviewer;
import io.stagegate.review.RiskLevel;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stagegate review}: says what change sets would do, without AWS. */
@Command(
    name = "review",
    sortOptions = false,
    header = "Says what CloudFormation change sets would do, and how risky that is.",
    synopsisHeading = "%n",
    description = {
      "",
      "FILEs hold answers of DescribeChangeSet as the AWS CLI prints them, in any order: pages,"
          + " nested change sets, the same change set with and without property values. A file may"
          + " hold several, one after another or as a list. Without any FILE the templates are"
          + " compared: --after alone is a new stack, --before alone one that goes.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:reviewed",
      "1:nothing to apply, or not executable; the reason is on standard error",
      "2:input that can't be read (file, line, column, reason), or wrong usage",
      "3:the risk is --fail-on's or above; what can't be applied is a 1 all the same",
      "70:Stagegate itself failed, or could not be built"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  aws cloudformation describe-change-set --stack-name shop --change-set-name release \\",
      "    --include-property-values | ./stagegate review -",
      "  ./stagegate review root.json nested.json --before deployed.yaml --after template.yaml",
      "  ./stagegate review --before deployed.yaml --after template.yaml",
      "  ./stagegate review release.json --format markdown --fail-on high >comment.md"
    })
final class ReviewCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Answers of DescribeChangeSet; - is standard input. At most 32 MB in all.")
  private List<String> files = List.of();

  @Option(
      names = "--before",
      paramLabel = "TEMPLATE",
      description = "The stack's template now, JSON or YAML.")
  private @Nullable String before;

  @Option(
      names = "--after",
      paramLabel = "TEMPLATE",
      description = "The template that will be applied.")
  private @Nullable String after;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "text, json, html or markdown (text).")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "Exit with 3 at this risk or above: low, medium or high.")
  private @Nullable RiskLevel failOn;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description = "auto, always or never (auto: on a terminal, unless NO_COLOR is set).")
  private Color color = Color.AUTO;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ReviewCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (files.isEmpty() && before == null && after == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "there is nothing to review: name a FILE, or --before and --after");
    }
    Gathering gathering = new Gathering(new Inputs(surroundings));
    files.forEach(gathering::answers);
    gathering.before(before);
    gathering.after(after);
    if (!gathering.problems().isEmpty()) {
      gathering.problems().forEach(problem -> surroundings.say(problem.toString()));
      return Verdict.UNREADABLE;
    }
    return switch (gathering.input()) {
      case Read.Done<ReviewInput>(var input) -> review(input);
      case Read.Failed<ReviewInput>(var problem) -> unreadable(problem.toString());
    };
  }

  private int review(ReviewInput input) {
    return switch (new Reviewer().review(input)) {
      case ReviewResult.Reviewed(var review) -> show(review);
      case ReviewResult.Unreadable(var reason) -> unreadable(reason);
    };
  }

  private int show(Review review) {
    try {
      surroundings.print(format.render(review, color.on(surroundings.color())));
    } catch (IOException e) {
      return unreadable("the review can't be written: " + e.getMessage());
    }
    Verdict verdict = Verdict.of(review, failOn);
    if (!verdict.reason().isEmpty()) {
      surroundings.say(verdict.reason());
    }
    return verdict.code();
  }

  private int unreadable(String reason) {
    surroundings.say(reason);
    return Verdict.UNREADABLE;
  }
}
