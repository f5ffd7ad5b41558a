package io.stagegate.functions.webhook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Body;
import io.stagegate.model.Push;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Stagegate reads of a <a
 * href="https://docs.github.com/en/webhooks/webhook-events-and-payloads#push">push</a>: the body is
 * passed through once, and nothing else of it is held, however many commits it lists.
 */
final class PushPayload {
  private static final int DEEPEST = 100;
  private static final int LONGEST_REF = 1_000;
  private static final int MOST_AUTHORS = 100;
  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxDocumentLength(Webhooks.LARGEST_BODY)
                  .build())
          .build();

  private @Nullable String ref;
  private String before = Push.NOWHERE;
  private @Nullable String after;
  private String author = "";
  private final Set<String> authors = new HashSet<>();
  private String message = "";
  private boolean deleted;
  private int commits;

  private PushPayload() {}

  /**
   * Reads a push.
   *
   * @throws BadRequest where it is no JSON, or no push
   */
  static Push read(Body body) {
    var payload = new PushPayload();
    walk(body, payload);
    if (payload.ref == null || payload.after == null || payload.ref.length() > LONGEST_REF) {
      throw new BadRequest("The body is no push: it has no ref and after.");
    }
    if (!SHA.matcher(payload.after).matches() || !SHA.matcher(payload.before).matches()) {
      throw new BadRequest("The body is no push: before and after are not both a commit's sha.");
    }
    return new Push(
        payload.ref,
        payload.deleted,
        payload.before,
        payload.after,
        payload.message,
        payload.author,
        payload.authors,
        payload.commits);
  }

  /** Reads any event, only to see that it is JSON. */
  static void check(Body body) {
    walk(body, new PushPayload());
  }

  private static void walk(Body body, PushPayload into) {
    try (var json = FACTORY.createParser(body.stream())) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadRequest("The body is not a JSON object.");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        into.take(json, json.currentName());
      }
      if (json.nextToken() != null) {
        throw new BadRequest("The body is more than one JSON object.");
      }
    } catch (IOException e) {
      throw new BadRequest("The body is not JSON.");
    }
  }

  private void take(JsonParser json, String field) throws IOException {
    var token = json.nextToken();
    switch (field) {
      case "ref" -> ref = json.getValueAsString();
      case "before" -> before = String.valueOf(json.getValueAsString());
      case "after" -> after = json.getValueAsString();
      case "deleted" -> deleted = token == JsonToken.VALUE_TRUE;
      case "head_commit" -> headCommit(json, token);
      case "commits" -> commits(json, token);
      default -> json.skipChildren();
    }
    if (json.currentToken().isStructStart()) {
      json.skipChildren();
    }
  }

  private void headCommit(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      var value = json.nextToken();
      if (field.equals("message") && value == JsonToken.VALUE_STRING) {
        message = json.getText();
      } else if (field.equals("author") && value == JsonToken.START_OBJECT) {
        author(json, name -> author = name);
      } else {
        json.skipChildren();
      }
    }
  }

  private void commits(JsonParser json, JsonToken token) throws IOException {
    if (token != JsonToken.START_ARRAY) {
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      commits++;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var field = json.currentName();
        if (json.nextToken() == JsonToken.START_OBJECT && field.equals("author")) {
          author(json, name -> {});
        } else {
          json.skipChildren();
        }
      }
    }
  }

  /** An author's display name is handed over, their login kept among those of all commits. */
  private void author(JsonParser json, Consumer<String> name) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = json.currentName();
      if (json.nextToken() != JsonToken.VALUE_STRING) {
        json.skipChildren();
      } else if (field.equals("name")) {
        name.accept(json.getText());
      } else if (field.equals("username") && authors.size() < MOST_AUTHORS) {
        authors.add(json.getText().toLowerCase(Locale.ROOT));
      }
    }
  }
}
