package io.stagegate.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Codec;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a button or form in Slack is about. It comes back from there, so it is a claim: whoever
 * decides asks anew whether this person may, and the digest fits one review of one release alone.
 */
public record Question(ProjectId project, int release, String digest) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final int LONGEST = 2_000;

  public Question {
    if (release < 1) {
      throw new IllegalArgumentException("a release's number is from 1");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("that is no digest");
    }
  }

  /** The value of its buttons. */
  public String encode() {
    return Codec.write(Map.of("project", project.value(), "release", release, "digest", digest));
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  public static Optional<Question> decode(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return of(Codec.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Optional<Question> of(JsonNode document) {
    try {
      return Optional.of(
          new Question(
              new ProjectId(document.path("project").asText()),
              document.path("release").asInt(),
              document.path("digest").asText()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
