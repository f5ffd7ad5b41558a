package io.stagegate.functions.build;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stagegate.model.StageName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of packaging a build; on the wire {@code outcome} says which. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Packaging.Packaged.class, name = "PACKAGED"),
  @JsonSubTypes.Type(value = Packaging.Failed.class, name = "FAILED")
})
public sealed interface Packaging {
  /** Packaged; these stacks are to be deployed, in this order. */
  record Packaged(StageName stage, List<ServiceStack> services) implements Packaging {}

  /** The build has failed and says so already. */
  record Failed(String what, @Nullable String where) implements Packaging {}

  /** A service and its stack's name on the build's stage. */
  record ServiceStack(String service, String stack) {}
}
