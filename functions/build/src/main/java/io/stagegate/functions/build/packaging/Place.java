package io.stagegate.functions.build.packaging;

import io.stagegate.template.Template;
import java.util.List;

/**
 * Where in a template a property stands.
 *
 * @param shown the template's file, for people
 * @param subject whose property it is: a resource's logical id, or a section
 * @param path its names from the top of the template, as far as lines are known
 */
record Place(Template template, String shown, String subject, List<String> path) {
  Place {
    path = List.copyOf(path);
  }

  /** The file, the line that is nearest to the property, and the property. */
  String where(String property) {
    for (int names = path.size(); names > 0; names--) {
      var line = template.lineOf(path.subList(0, names).toArray(String[]::new));
      if (line.isPresent()) {
        return shown + ":" + line.get() + " (" + subject + ", " + property + ")";
      }
    }
    return shown + " (" + subject + ", " + property + ")";
  }
}
