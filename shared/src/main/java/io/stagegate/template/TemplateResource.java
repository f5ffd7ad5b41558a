package io.stagegate.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a template, its functions not yet resolved.
 *
 * @param type for example {@code AWS::SQS::Queue}; {@value #LOOP} for a {@code Fn::ForEach} entry,
 *     whose whole body is then its single property
 * @param properties empty where the template names none
 * @param deletionPolicy as written, a function where the template computes it
 * @param condition name of the condition that decides whether the resource exists
 * @param metadata a missing node where there is none
 * @param body the resource as it stands in the template
 * @param line where its logical id stands, from 1; 0 when not known
 */
public record TemplateResource(
    String logicalId,
    String type,
    ObjectNode properties,
    @Nullable JsonNode deletionPolicy,
    @Nullable JsonNode updateReplacePolicy,
    @Nullable String condition,
    List<String> dependsOn,
    JsonNode metadata,
    JsonNode body,
    int line) {

  /** Type given to an entry that CloudFormation's language extensions expand to resources. */
  public static final String LOOP = "Fn::ForEach";

  public TemplateResource {
    dependsOn = List.copyOf(dependsOn);
  }
}
