package io.stagegate.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What does no harm and is the same for many changes: one line says it for all of them. */
enum Folding {
  /** A function's code alone: the usual case. */
  CODE("1 function changes its code alone", " functions change their code alone") {
    @Override
    boolean matches(Change change) {
      Set<String> names = CODE_PROPERTIES.get(change.type());
      return names != null && all(change, property -> names.contains(top(property)));
    }
  },
  TAGS("1 resource changes its tags alone", " resources change their tags alone") {
    @Override
    boolean matches(Change change) {
      return all(change, property -> top(property).equals("Tags"));
    }
  },
  METADATA("1 resource changes its metadata alone", " resources change their metadata alone") {
    @Override
    boolean matches(Change change) {
      return all(change, property -> property.attribute().equals("Metadata"));
    }
  },
  /** Its own template says the same as before; what it refers to changes. */
  FOLLOWS(
      "1 resource changes only through what it refers to",
      " resources change only through what they refer to") {
    @Override
    boolean matches(Change change) {
      return all(change, Folding::follows);
    }
  },
  /** The row of a nested stack, whose own changes are told under its name. */
  NESTED("1 nested stack changes only inside", " nested stacks change only inside") {
    @Override
    boolean matches(Change change) {
      return change.type().equals(Row.NESTED_STACK)
          && all(change, property -> property.known() && property.withoutValues());
    }
  };

  /** Changes that read as one line. */
  record Folded(Folding kind, List<Change> changes) {
    /** What they have in common, with their number. */
    String sentence() {
      return changes.size() == 1 ? kind.one : changes.size() + kind.many;
    }
  }

  private static final Map<String, Set<String>> CODE_PROPERTIES =
      Map.of(
          "AWS::Lambda::Function",
          Set.of("Code", "CodeSha256", "Metadata"),
          "AWS::Serverless::Function",
          Set.of("CodeUri", "ImageUri", "InlineCode", "Metadata"));

  private final String one;
  private final String many;

  Folding(String one, String many) {
    this.one = one;
    this.many = many;
  }

  /** Whether all that changes of it is of this kind. */
  abstract boolean matches(Change change);

  /** How it is folded; null where it stands by itself. */
  static @Nullable Folding of(Change change) {
    boolean harmless =
        change.action().equals("Modify")
            && change.replacement() == Replacement.NONE
            && change.level() == RiskLevel.NONE
            && !change.properties().isEmpty();
    for (Folding kind : harmless ? values() : new Folding[0]) {
      if (kind.matches(change)) {
        return kind;
      }
    }
    return null;
  }

  static List<Folded> fold(List<Change> changes) {
    Map<Folding, List<Change>> kinds = new EnumMap<>(Folding.class);
    for (Change change : changes) {
      Folding kind = of(change);
      if (kind != null) {
        kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(change);
      }
    }
    return kinds.entrySet().stream()
        .map(entry -> new Folded(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static boolean all(Change change, Predicate<PropertyChange> of) {
    return change.properties().stream().allMatch(of);
  }

  private static String top(PropertyChange property) {
    String name = property.name();
    return property.attribute().equals("Properties") && name != null ? name : property.attribute();
  }

  /** What names no other resource must be AWS's second, dynamic word for the same change. */
  private static boolean follows(PropertyChange property) {
    return property.causes().stream().anyMatch(Cause::follows)
        && property.causes().stream()
            .allMatch(cause -> cause.follows() || cause.evaluation() == Evaluation.DYNAMIC);
  }
}
