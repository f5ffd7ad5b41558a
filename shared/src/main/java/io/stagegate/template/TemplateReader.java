package io.stagegate.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a CloudFormation or SAM template, JSON or YAML. Never throws on any text.
 *
 * <p>A key that stands twice is read as CloudFormation reads it, the last one counts, and noted.
 */
public final class TemplateReader {
  /** How much is read again for the sake of lone dashes before a text counts as not well-formed. */
  private static final long READ_AGAIN = 20L * TreeLimits.BYTES;

  public TemplateRead read(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > TreeLimits.BYTES) {
      return new TemplateRead.Unreadable(0, 0, "the template is larger than 1 MB");
    }
    String source = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (!source.stripLeading().startsWith("{")) {
      return yaml(source);
    }
    TemplateRead json = json(source);
    // A YAML template may begin with a brace too; when neither fits, JSON's reason is the useful
    // one.
    return json instanceof TemplateRead.Unreadable
            && yaml(source) instanceof TemplateRead.Parsed parsed
        ? parsed
        : json;
  }

  private static TemplateRead json(String text) {
    TreeNotes notes = new TreeNotes();
    try {
      return template(JsonTree.read(text, notes), notes);
    } catch (UnreadableTemplate e) {
      return e.result();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      return new TemplateRead.Unreadable(
          Math.max(0, at.getLineNr()),
          Math.max(0, at.getColumnNr()),
          "not well-formed JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      return new TemplateRead.Unreadable(0, 0, "not readable as JSON: " + e.getMessage());
    }
  }

  /**
   * CloudFormation takes a lone dash in a list, {@code !Split [-, a-b]}, as a word; YAML 1.2 takes
   * it for a mistake. So it is quoted where the reader stumbles over it.
   */
  private static TemplateRead yaml(String text) {
    String source = text;
    long readAgain = 0;
    while (true) {
      try {
        return yamlOnce(source);
      } catch (MarkedYamlEngineException e) {
        int dash = loneDash(e, source);
        readAgain += source.length();
        if (dash < 0 || readAgain > READ_AGAIN) {
          return notWellFormed(e);
        }
        source = source.substring(0, dash) + "'-'" + source.substring(dash + 1);
      }
    }
  }

  /** Where the dash stands that the reader stumbled over; negative where it is something else. */
  private static int loneDash(MarkedYamlEngineException e, String source) {
    // The mark counts characters, the source two chars for some of them.
    int at =
        e.getProblemMark().map(mark -> source.offsetByCodePoints(0, mark.getIndex())).orElse(-1);
    boolean dash = at >= 0 && source.startsWith("-", at);
    return dash && String.valueOf(e.getProblem()).contains("cannot start") ? at : -1;
  }

  private static TemplateRead notWellFormed(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    boolean dash = problem.contains("content, but found '-'") || problem.contains("character '-'");
    return new TemplateRead.Unreadable(
        e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0),
        e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0),
        "not well-formed YAML: " + problem + (dash ? "; write '-' for a dash as a word" : ""));
  }

  private static TemplateRead yamlOnce(String text) {
    TreeNotes notes = new TreeNotes();
    try {
      return template(YamlTree.read(text, notes), notes);
    } catch (UnreadableTemplate e) {
      return e.result();
    } catch (MarkedYamlEngineException e) {
      throw e;
    } catch (YamlEngineException e) {
      return new TemplateRead.Unreadable(0, 0, "not well-formed YAML: " + e.getMessage());
    }
  }

  private static TemplateRead template(JsonNode root, TreeNotes notes) {
    if (!(root instanceof ObjectNode tree)) {
      return new TemplateRead.Unreadable(1, 1, "a template is a mapping of sections");
    }
    Template template = new Template(tree, notes.lines, notes.notes);
    JsonNode resources = tree.path("Resources");
    if (!resources.isObject() || resources.isEmpty()) {
      return new TemplateRead.Unreadable(
          template.lineOf("Resources").orElse(1), 1, "a template needs at least one resource");
    }
    for (Map.Entry<String, JsonNode> entry : resources.properties()) {
      boolean loop = entry.getKey().startsWith(TemplateResource.LOOP + "::");
      boolean typed = entry.getValue().path("Type").isTextual();
      boolean included = entry.getKey().equals("Fn::Transform");
      if (!loop && !typed && !included) {
        return new TemplateRead.Unreadable(
            template.lineOf("Resources", entry.getKey()).orElse(0),
            1,
            "resource " + entry.getKey() + " has no Type");
      }
    }
    return new TemplateRead.Parsed(template);
  }
}
