package io.stagegate.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** Builds the tree from JSON, with the lines that a data binder would not keep. */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactoryBuilder().build();

  private final JsonParser parser;
  private final TreeNotes notes;

  private JsonTree(JsonParser parser, TreeNotes notes) {
    this.parser = parser;
    this.notes = notes;
  }

  static JsonNode read(String text, TreeNotes notes) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      JsonNode root = new JsonTree(parser, notes).node("", 0);
      if (parser.nextToken() != null) {
        throw new UnreadableTemplate(
            parser.currentTokenLocation().getLineNr(),
            parser.currentTokenLocation().getColumnNr(),
            "something stands after the end of the template");
      }
      return root;
    }
  }

  private JsonNode node(String pointer, int depth) throws IOException {
    JsonToken token = parser.currentToken();
    notes.node(token.isScalarValue() ? parser.getTextLength() : 0, depth, line(), column());
    if (token == JsonToken.START_OBJECT) {
      return object(pointer, depth);
    } else if (token == JsonToken.START_ARRAY) {
      return array(pointer, depth);
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return BooleanNode.valueOf(token == JsonToken.VALUE_TRUE);
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      return parser.getTextLength() <= 18
          ? LongNode.valueOf(parser.getLongValue())
          : BigIntegerNode.valueOf(parser.getBigIntegerValue());
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return decimal();
    }
    return token == JsonToken.VALUE_NULL
        ? NullNode.getInstance()
        : TextNode.valueOf(parser.getText());
  }

  private JsonNode decimal() throws IOException {
    try {
      return DecimalNode.valueOf(parser.getDecimalValue());
    } catch (NumberFormatException e) {
      // The parser's answer to an exponent that no number can have.
      throw new UnreadableTemplate(line(), column(), "a number is too large");
    }
  }

  private ArrayNode array(String pointer, int depth) throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(notes.member(pointer, array.size(), depth + 1), depth + 1));
    }
    return array;
  }

  private ObjectNode object(String pointer, int depth) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      int line = line();
      String child = notes.key(pointer, key, depth + 1, line, column());
      if (object.has(key)) {
        notes.duplicate(key, line);
      }
      parser.nextToken();
      object.set(key, node(child, depth + 1));
    }
    return object;
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }
}
