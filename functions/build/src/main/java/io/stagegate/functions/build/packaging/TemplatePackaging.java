package io.stagegate.functions.build.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stagegate.functions.build.packaging.ArtifactRule.Form;
import io.stagegate.functions.build.packaging.ArtifactRule.Missing;
import io.stagegate.model.PackageObject;
import io.stagegate.template.Template;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Replaces the local paths of one template, in place, by what they became in S3. */
final class TemplatePackaging {
  /** A value that lies elsewhere already. */
  private static final Pattern ELSEWHERE = Pattern.compile("(s3|https?)://.*", Pattern.DOTALL);

  /** Other ways to give a function's code. */
  private static final Set<String> OTHER_CODE = Set.of("InlineCode", "ImageUri");

  private static final String LOOP = "Fn::ForEach::";

  private final PackagedTemplates templates;
  private final SourceTree tree;
  private final Artifacts artifacts;
  private final Template template;
  private final Path folder;
  private final String shown;

  TemplatePackaging(
      PackagedTemplates templates,
      SourceTree tree,
      Artifacts artifacts,
      Template template,
      Path file) {
    this.templates = templates;
    this.tree = tree;
    this.artifacts = artifacts;
    this.template = template;
    var parent = file.getParent();
    this.folder = parent == null ? tree.root() : parent;
    this.shown = tree.shown(file);
  }

  void run() {
    var root = template.tree();
    for (var rule : ArtifactRules.METADATA) {
      section(rule, "Metadata", root.path("Metadata").path(rule.type()));
    }
    for (var rule : ArtifactRules.GLOBALS) {
      section(rule, "Globals", root.path("Globals").path(rule.type()));
    }
    includes(root);
    resources(root.path("Resources"));
  }

  private void section(ArtifactRule rule, String name, JsonNode members) {
    if (members instanceof ObjectNode object) {
      property(rule, object, place(rule.type(), name, rule.type(), rule.property()));
    }
  }

  private void includes(JsonNode node) {
    if (node.path("Fn::Transform") instanceof ObjectNode macro
        && macro.path("Name").asText().equals("AWS::Include")
        && macro.path("Parameters") instanceof ObjectNode parameters) {
      property(ArtifactRules.INCLUDE, parameters, place("AWS::Include"));
    }
    node.forEach(this::includes);
  }

  private void resources(JsonNode resources) {
    for (var entry : resources.properties()) {
      if (entry.getKey().startsWith(LOOP)) {
        resources(entry.getValue().path(2));
      } else if (entry.getValue() instanceof ObjectNode body) {
        resource(entry.getKey(), body);
      }
    }
  }

  private void resource(String id, ObjectNode body) {
    var type = body.path("Type").asText();
    for (var rule : ArtifactRules.RESOURCES) {
      if (rule.type().equals(type)) {
        var place = place(id, "Resources", id, "Properties", rule.path().getFirst());
        if (body.path("Properties") instanceof ObjectNode properties) {
          property(rule, properties, place);
        } else if (rule.missing() == Missing.OWN_FOLDER && !codeGivenOtherwise(type, body)) {
          property(rule, body.putObject("Properties"), place);
        }
      }
    }
  }

  private void property(ArtifactRule rule, ObjectNode properties, Place place) {
    JsonNode holder = properties;
    for (var name : rule.path().subList(0, rule.path().size() - 1)) {
      holder = holder.path(name);
    }
    if (!(holder instanceof ObjectNode object)) {
      return;
    }
    var value = object.path(rule.path().getLast());
    if (value.isMissingNode() || value.isNull()) {
      if (rule.missing() == Missing.OWN_FOLDER && !codeGivenOtherwise(rule.type(), properties)) {
        set(rule, object, folder, place);
      }
    } else if (value.isTextual() && ELSEWHERE.matcher(value.asText()).matches()) {
      foreign(rule);
    } else if (value.isTextual()) {
      set(rule, object, found(rule, value.asText(), place), place);
    } else {
      // An object that names a bucket, an application, or a function of CloudFormation's.
      foreign(rule);
    }
  }

  private Place place(String subject, String... path) {
    return new Place(template, shown, subject, List.of(path));
  }

  private void foreign(ArtifactRule rule) {
    if (rule.source() == ArtifactRule.Source.TEMPLATE) {
      templates.capabilities().seeForeignTemplate();
    }
  }

  private boolean codeGivenOtherwise(String type, JsonNode properties) {
    return OTHER_CODE.stream().anyMatch(properties::has)
        || properties.path("PackageType").asText().equals("Image")
        || (type.equals("AWS::Serverless::Function")
            && template.tree().path("Globals").path("Function").has("CodeUri"));
  }

  private Path found(ArtifactRule rule, String written, Place place) {
    var where = place.where(rule.property());
    var found = tree.resolve(folder, written, where);
    boolean template = rule.source() == ArtifactRule.Source.TEMPLATE;
    return found
        .filter(path -> template ? Files.isRegularFile(path) : true)
        .filter(path -> Files.isDirectory(path) || Files.isRegularFile(path))
        .orElseThrow(
            () ->
                new PackagingException(
                    "%s of %s names %s, and there is no such %s in the repository at this commit."
                        .formatted(
                            rule.property(),
                            place.subject(),
                            written,
                            template ? "template" : "file or folder"),
                    where));
  }

  private void set(ArtifactRule rule, ObjectNode holder, Path path, Place place) {
    var where = place.where(rule.property());
    var object =
        templates.used(
            switch (rule.source()) {
              case ZIPPED -> artifacts.code(path, where);
              case AS_IS -> artifacts.asIs(path, where);
              case TEMPLATE -> templates.store(path);
            });
    holder.set(rule.path().getLast(), written(rule.form(), object));
  }

  private JsonNode written(Form form, PackageObject object) {
    return switch (form) {
      case Form.S3Uri() -> TextNode.valueOf(artifacts.s3Uri(object));
      case Form.Url() -> TextNode.valueOf(artifacts.url(object));
      case Form.BucketAndKey(var bucket, var key) ->
          JsonNodeFactory.instance
              .objectNode()
              .put(bucket, artifacts.bucket())
              .put(key, object.key());
    };
  }
}
