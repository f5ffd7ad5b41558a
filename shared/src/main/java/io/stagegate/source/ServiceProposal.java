package io.stagegate.source;

import io.stagegate.model.Project;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes a project's services from the files of its repository. Pure. */
public final class ServiceProposal {
  private static final Set<String> NAMES =
      Set.of(
          "template.yaml",
          "template.yml",
          "template.json",
          "cloudformation.yaml",
          "cloudformation.yml",
          "cloudformation.json");

  private static final Pattern SUFFIX = Pattern.compile(".+\\.template(\\.(json|ya?ml))?");

  /** Folders whose templates are made by tools, belong to others, or are there to be tested on. */
  private static final Set<String> NOT_LOOKED_INTO =
      Set.of(
          "node_modules",
          "vendor",
          "venv",
          "site-packages",
          "cdk.out",
          "target",
          "build",
          "dist",
          "test",
          "tests",
          "testing",
          "testdata",
          "__tests__",
          "fixtures",
          "__fixtures__",
          "docs");

  private ServiceProposal() {}

  /**
   * The services proposed, those nearest to the root first; at most {@link Project#MOST_SERVICES}.
   *
   * @param paths all files, from the repository's root, with forward slashes
   */
  public static List<Service> of(RepositoryName repository, Collection<String> paths) {
    var services = new ArrayList<Service>();
    var taken = new HashSet<String>();
    paths.stream()
        .filter(ServiceProposal::isTemplate)
        .distinct()
        .sorted(Comparator.comparingInt(ServiceProposal::depth).thenComparing(p -> p))
        .map(path -> proposed(repository, path, taken))
        .flatMap(Optional::stream)
        .limit(Project.MOST_SERVICES)
        .forEach(services::add);
    return List.copyOf(services);
  }

  private static boolean isTemplate(String path) {
    var parts = List.of(path.split("/"));
    var file = parts.getLast();
    return (NAMES.contains(file) || SUFFIX.matcher(file).matches())
        && parts.subList(0, parts.size() - 1).stream().noneMatch(ServiceProposal::passedOver);
  }

  private static boolean passedOver(String folder) {
    return folder.startsWith(".") || NOT_LOOKED_INTO.contains(folder.toLowerCase(Locale.ROOT));
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  private static Optional<Service> proposed(
      RepositoryName repository, String path, Set<String> taken) {
    var candidates = candidates(repository, path);
    for (int i = 0; ; i++) {
      var base = candidates.get(Math.min(i, candidates.size() - 1));
      int again = i - candidates.size() + 2;
      var name = again < 2 ? base : cut(base, 36) + "-" + again;
      if (!taken.contains(name)) {
        try {
          var service = new Service(name, path);
          taken.add(name);
          return Optional.of(service);
        } catch (IllegalArgumentException e) {
          // A path that no service can have (backslashes, longer than 400): nothing to propose.
          return Optional.empty();
        }
      }
    }
  }

  /** Names for the template of a folder, the best first: its own, then with those above it. */
  private static List<String> candidates(RepositoryName repository, String path) {
    var parts = List.of(path.split("/"));
    var folders = parts.subList(0, parts.size() - 1);
    var file = parts.getLast();
    var names = new ArrayList<String>();
    if (!NAMES.contains(file)) {
      names.add(slug(file.replaceFirst("\\.template(\\.[a-z]+)?$", "")));
    }
    if (folders.isEmpty()) {
      names.add(slug(repository.name()));
    }
    for (int from = folders.size() - 1; from >= 0; from--) {
      names.add(slug(String.join("-", folders.subList(from, folders.size()))));
    }
    return names;
  }

  private static String slug(String text) {
    var slug =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+|-+$", "");
    return slug.isEmpty() ? "service" : cut(slug, 40);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest).replaceAll("-+$", "");
  }
}
