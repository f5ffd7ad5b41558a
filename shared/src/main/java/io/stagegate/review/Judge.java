package io.stagegate.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges the rows of a stack by every rule and hides the secrets in what comes of it. */
record Judge(List<Rule> rules, Masking masking) {

  List<Change> changes(StackReader reader, List<Row> rows) {
    Map<String, Facts> stack = new TreeMap<>();
    List<Facts> all = rows.stream().map(reader::facts).toList();
    all.forEach(facts -> stack.put(facts.row().logicalId(), facts));
    return all.stream().map(facts -> change(facts, stack)).toList();
  }

  /** The same risk, its sentence without secrets. */
  Risk masked(Risk risk) {
    return new Risk(risk.kind(), risk.level(), risk.certain(), masking.text(risk.why()));
  }

  private Change change(Facts facts, Map<String, Facts> stack) {
    Row row = facts.row();
    List<Risk> risks = new ArrayList<>();
    for (Rule rule : rules) {
      rule.risks(facts, stack).forEach(risk -> risks.add(masked(risk)));
    }
    return new Change(
        row.stack(),
        row.action(),
        row.logicalId(),
        masking.id(row.physicalId()),
        row.type(),
        facts.replacement(),
        row.policyAction(),
        row.scope(),
        risks,
        facts.properties().stream()
            .map(each -> masking.property(row, each, facts.before(), facts.after()))
            .toList());
  }
}
