package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a review of change sets. Never throws on any JSON: what it does not know is shown as such
 * and raises the risk.
 */
public final class Reviewer {
  /**
   * Why a document can't be reviewed, in words that fit behind its name ({@code "is no JSON
   * object"}); empty where it is an answer of DescribeChangeSet.
   */
  public static Optional<String> problem(JsonNode document) {
    return Optional.ofNullable(Documents.problem(document));
  }

  public ReviewResult review(ReviewInput input) {
    String problem = Documents.problem(input.documents());
    if (problem != null) {
      return new ReviewResult.Unreadable(problem);
    }
    if (input.documents().isEmpty() && input.templates().isEmpty()) {
      return new ReviewResult.Unreadable("there is no change set and no template to review");
    }
    List<ChangeSet> sets = new ArrayList<>();
    Documents.byChangeSet(input.documents())
        .forEach((key, documents) -> sets.add(ChangeSetReader.read(key, documents)));
    return new ReviewResult.Reviewed(review(input, sets));
  }

  private Review review(ReviewInput input, List<ChangeSet> sets) {
    Masking masking = new Masking(Secrets.of(sets, input.templates().values()));
    Judge judge = new Judge(Rules.of(input.templates()), masking);
    List<Risk> risks = new ArrayList<>(NestedRisks.of(sets));
    List<Change> changes = new ArrayList<>();
    Set<String> used = new HashSet<>();
    Set<String> stacks = new TreeSet<>();
    for (ChangeSet set : sets) {
      String name = templatesOf(set, sets, input);
      used.add(name);
      stacks.add(set.stack());
      StackTemplates templates = input.templates().getOrDefault(name, StackTemplates.NONE);
      risks.addAll(set.risks());
      changes.addAll(judge.changes(new StackReader(templates, set), set.rows()));
    }
    for (Map.Entry<String, StackTemplates> alone : new TreeMap<>(input.templates()).entrySet()) {
      if (!used.contains(alone.getKey()) && sets.isEmpty()) {
        stacks.add(alone.getKey());
        risks.addAll(TemplateNotes.of(alone.getValue()));
        StackReader reader = new StackReader(alone.getValue(), none(alone.getKey()));
        TemplateRows rows = reader.templateRows(alone.getValue());
        risks.addAll(rows.followers());
        changes.addAll(judge.changes(reader, rows.of(alone.getKey())));
      }
    }
    changes.sort(Change.ORDER);
    List<Risk> shown = risks.stream().map(judge::masked).distinct().sorted(Risk.ORDER).toList();
    List<ChangeSetInfo> infos = ChangeSets.infos(sets).stream().map(masking::info).toList();
    Summary summary = Summary.of(changes, stacks);
    return new Review(
        infos.isEmpty() ? none("").info() : infos.getFirst(),
        infos,
        ChangeSets.executable(sets),
        Digest.of(sets, input),
        Review.riskOf(shown, changes),
        summary,
        Headline.of(ChangeSets.target(input.target(), infos), changes, shown),
        shown,
        changes);
  }

  private static String templatesOf(ChangeSet set, List<ChangeSet> sets, ReviewInput input) {
    boolean only = set.root() && sets.stream().filter(ChangeSet::root).count() == 1;
    return only && !input.templates().containsKey(set.stack()) ? "" : set.stack();
  }

  private static ChangeSet none(String stack) {
    return new ChangeSet(
        new ChangeSetInfo(null, null, stack.isEmpty() ? null : stack, null, null, null, null),
        "",
        null,
        null,
        List.of(),
        Map.of(),
        MissingNode.getInstance(),
        List.of(),
        List.of());
  }
}
