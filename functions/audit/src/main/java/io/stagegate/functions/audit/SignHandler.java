package io.stagegate.functions.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.audit.AuditLog;
import io.stagegate.step.Step;
import java.util.LinkedHashSet;
import java.util.Set;

/** Lambda: signs the chains whose heads the table's stream brings, and each hour all of them. */
public final class SignHandler extends Step<JsonNode, SignHeads.Signed> {
  private final SignHeads heads;

  public SignHandler() {
    this(DaggerSignComponent.create().heads());
  }

  SignHandler(SignHeads heads) {
    super(JsonNode.class);
    this.heads = heads;
  }

  @Override
  protected SignHeads.Signed run(JsonNode event) {
    if (!event.has("Records")) {
      return heads.signAll();
    }
    Set<AuditLog> logs = new LinkedHashSet<>();
    for (var record : event.path("Records")) {
      logs.add(new AuditLog(record.path("dynamodb").path("Keys").path("pk").path("S").asText()));
    }
    return heads.sign(logs);
  }
}
