package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateResource;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of a stack's two templates, its values computed. */
final class Side {
  private final @Nullable Resolver resolver;
  private final Map<String, TemplateResource> resources;

  /** What was computed once: a resource is asked for again for each of its properties. */
  private final Map<String, Resolver.Value> computed = new HashMap<>();

  private Side(@Nullable Resolver resolver, Map<String, TemplateResource> resources) {
    this.resolver = resolver;
    this.resources = resources;
  }

  static Side of(
      @Nullable Template template,
      Map<String, String> parameters,
      @Nullable String stackId,
      String stack) {
    if (template == null) {
      return new Side(null, Map.of());
    }
    return new Side(
        new Resolver(template, parameters, pseudo(stackId, stack)), template.resources());
  }

  boolean present() {
    return resolver != null;
  }

  /** The resource as written; null where the template has none or its condition does not hold. */
  @Nullable TemplateResource resource(String logicalId) {
    TemplateResource resource = resources.get(logicalId);
    if (resource == null || resolver == null || resource.condition() == null) {
      return resource;
    }
    return resolver.condition(resource.condition()).orElse(true) ? resource : null;
  }

  /** The resource with what can be computed of it, whether or not its condition holds. */
  JsonNode written(String logicalId) {
    TemplateResource resource = resources.get(logicalId);
    return resource == null || resolver == null
        ? MissingNode.getInstance()
        : whole(resource, resolver).node();
  }

  /** The resource with what can be computed of it; missing where there is none. */
  JsonNode body(String logicalId) {
    TemplateResource resource = resource(logicalId);
    return resource == null || resolver == null
        ? MissingNode.getInstance()
        : whole(resource, resolver).node();
  }

  private Resolver.Value whole(TemplateResource resource, Resolver resolver) {
    return computed.computeIfAbsent(resource.logicalId(), id -> resolver.resolve(resource.body()));
  }

  /** A part of a resource by its pointer, whether or not its condition holds. */
  Resolver.Value value(String logicalId, String pointer) {
    TemplateResource resource = resources.get(logicalId);
    if (resource == null || resolver == null) {
      return new Resolver.Value(MissingNode.getInstance(), present());
    }
    JsonNode written = Paths.at(resource.body(), pointer);
    if (!written.isMissingNode()) {
      return resolver.resolve(written);
    }
    // The path may lead into what a function gives; where none is on its way, there is nothing.
    JsonNode found = Paths.at(whole(resource, resolver).node(), pointer);
    boolean hidden = found.isMissingNode() && functionAbove(resource.body(), pointer);
    return new Resolver.Value(found, !hidden);
  }

  private static boolean functionAbove(JsonNode body, String pointer) {
    for (JsonNode node : Paths.above(body, pointer).reversed()) {
      if (node.isObject() && node.size() == 1) {
        String name = node.fieldNames().next();
        return name.equals("Ref") || name.startsWith("Fn::");
      }
    }
    return false;
  }

  ObjectNode properties(String logicalId) {
    TemplateResource resource = resources.get(logicalId);
    return resource == null ? Json.MAPPER.createObjectNode() : resource.properties();
  }

  private static Map<String, String> pseudo(@Nullable String stackId, String stack) {
    Map<String, String> pseudo = new TreeMap<>();
    if (!stack.isEmpty()) {
      pseudo.put("AWS::StackName", stack);
    }
    String[] parts = stackId == null ? new String[0] : stackId.split(":", 6);
    if (parts.length == 6 && parts[0].equals("arn") && parts[4].matches("[0-9]{12}")) {
      pseudo.put("AWS::Partition", parts[1]);
      pseudo.put("AWS::Region", parts[3]);
      pseudo.put("AWS::AccountId", parts[4]);
      pseudo.put("AWS::StackId", stackId);
      pseudo.put(
          "AWS::URLSuffix", parts[1].equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com");
    }
    return pseudo;
  }
}
