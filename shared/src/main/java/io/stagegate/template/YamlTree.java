package io.stagegate.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from YAML events. Events rather than nodes: depth and growth are bounded while
 * reading, not after.
 */
final class YamlTree {
  private record Anchored(JsonNode node, int size) {}

  private final Iterator<Event> events;
  private final TreeNotes notes;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();

  private YamlTree(Iterator<Event> events, TreeNotes notes) {
    this.events = events;
    this.notes = notes;
  }

  static JsonNode read(String text, TreeNotes notes) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(TreeLimits.BYTES).setParseComments(false).build();
    return new YamlTree(new Parse(settings).parseString(text).iterator(), notes).document();
  }

  private JsonNode document() {
    events.next();
    Event event = events.next();
    if (event.getEventId() == Event.ID.StreamEnd) {
      throw new UnreadableTemplate(0, 0, "the template is empty");
    }
    JsonNode root = node(events.next(), "", 0);
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw at(end, "there is a second YAML document; a template is one");
    }
    return root;
  }

  private JsonNode node(Event event, String pointer, int depth) {
    if (event instanceof AliasEvent alias) {
      Anchored anchored = anchors.get(alias.getAlias());
      if (anchored == null) {
        throw at(event, "the alias *" + alias.getAlias() + " names nothing that stands before it");
      }
      notes.grow(anchored.size(), depth, line(event), column(event));
      return anchored.node().deepCopy();
    }
    int before = notes.size();
    int characters = event instanceof ScalarEvent scalar ? scalar.getValue().length() : 0;
    notes.node(characters, depth, line(event), column(event));
    String function = function(event);
    JsonNode bare =
        switch (event.getEventId()) {
          case Scalar -> scalar((ScalarEvent) event, function != null);
          case SequenceStart -> sequence(pointer, depth);
          case MappingStart -> mapping(pointer, depth);
          case Alias, SequenceEnd, MappingEnd, StreamStart, StreamEnd, Comment -> misplaced(event);
          case DocumentStart, DocumentEnd -> misplaced(event);
        };
    JsonNode node = function == null ? bare : ShortForms.apply(function, bare);
    Optional<Anchor> anchor =
        event instanceof NodeEvent named ? named.getAnchor() : Optional.empty();
    anchor.ifPresent(name -> anchors.put(name, new Anchored(node, notes.size() - before)));
    return node;
  }

  private static JsonNode misplaced(Event event) {
    throw at(event, "this is not where YAML may have " + event.getEventId());
  }

  private ArrayNode sequence(String pointer, int depth) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      array.add(node(event, notes.member(pointer, array.size(), depth + 1), depth + 1));
    }
    return array;
  }

  private ObjectNode mapping(String pointer, int depth) {
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      if (!(event instanceof ScalarEvent scalar)) {
        throw at(event, "a key must be a plain word");
      }
      String key = scalar.getValue();
      boolean merge = key.equals("<<") && scalar.getScalarStyle() == ScalarStyle.PLAIN;
      String child = notes.key(pointer, key, depth + 1, line(event), column(event));
      JsonNode value = node(events.next(), child, depth + 1);
      if (merge) {
        merge(merged, value, event);
      } else if (own.has(key)) {
        notes.duplicate(key, line(event));
        own.set(key, value);
      } else {
        own.set(key, value);
      }
    }
    for (Map.Entry<String, JsonNode> entry : merged.properties()) {
      if (!own.has(entry.getKey())) {
        own.set(entry.getKey(), entry.getValue());
      }
    }
    return own;
  }

  /** Of several merged mappings the first that has a key gives it (YAML merge key, 2005). */
  private static void merge(ObjectNode merged, JsonNode value, Event event) {
    if (value.isArray()) {
      value.forEach(each -> merge(merged, each, event));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              entry -> {
                if (!merged.has(entry.getKey())) {
                  merged.set(entry.getKey(), entry.getValue());
                }
              });
    } else {
      throw at(event, "a merge key takes a mapping or a list of mappings");
    }
  }

  private static JsonNode scalar(ScalarEvent event, boolean argument) {
    String tag = event.getTag().orElse("");
    boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
    // The argument of a short form that is one word is a name or a text, never a number.
    boolean typed = tag.isEmpty() || tag.matches("tag:yaml.org,2002:(int|float|bool|null)");
    if (plain && typed && !argument) {
      return Scalars.plain(event.getValue());
    }
    return TextNode.valueOf(event.getValue());
  }

  private static @Nullable String function(Event event) {
    Optional<String> tag =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag();
          case CollectionStartEvent start -> start.getTag();
          default -> Optional.empty();
        };
    if (tag.isEmpty() || tag.get().startsWith("tag:yaml.org,2002:") || tag.get().equals("!")) {
      return null;
    }
    String name = ShortForms.longName(tag.get());
    if (name == null) {
      throw at(event, "the tag " + tag.get() + " is no function of CloudFormation");
    }
    return name;
  }

  private static UnreadableTemplate at(Event event, String reason) {
    return new UnreadableTemplate(line(event), column(event), reason);
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
  }
}
