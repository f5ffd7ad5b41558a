package io.stagegate.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stagegate.audit.AuditLog;
import io.stagegate.model.Effect;
import io.stagegate.model.Freeze;
import io.stagegate.model.Login;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;
import io.stagegate.model.Tracking;
import java.io.UncheckedIOException;

/**
 * Records as JSON, in the table and between the steps of a workflow. The model knows nothing of it:
 * what JSON needs to know is said here.
 *
 * <p>An unknown member is passed over, so that a record written by a newer version still reads.
 */
public final class Codec {
  /** The shape of the documents that are written now. */
  public static final int VERSION = 1;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .addMixIn(ProjectId.class, AsText.class)
          .addMixIn(StageName.class, AsText.class)
          .addMixIn(Login.class, AsText.class)
          .addMixIn(AuditLog.class, AsText.class)
          .addMixIn(Tracking.class, TrackingShape.class)
          .addMixIn(Effect.class, EffectShape.class)
          .addMixIn(Due.class, DueShape.class)
          .addMixIn(Freeze.class, FreezeShape.class)
          .build();

  private Codec() {}

  /** The mapper for documents of the state; it is never changed. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record of one text is that text. */
  private interface AsText {
    @JsonValue
    String value();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "follows")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Tracking.Branch.class, name = "branch"),
    @JsonSubTypes.Type(value = Tracking.Nothing.class, name = "nothing")
  })
  private interface TrackingShape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "freeze")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Freeze.Once.class, name = "once"),
    @JsonSubTypes.Type(value = Freeze.Weekly.class, name = "weekly")
  })
  private interface FreezeShape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "effect")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Effect.StartBuild.class, name = "startBuild"),
    @JsonSubTypes.Type(value = Effect.StartRelease.class, name = "startRelease"),
    @JsonSubTypes.Type(value = Effect.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = Effect.Announce.class, name = "announce")
  })
  private interface EffectShape {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Due.OfNotice.class, name = "notice"),
    @JsonSubTypes.Type(value = Due.OfCode.class, name = "code")
  })
  private interface DueShape {}
}
