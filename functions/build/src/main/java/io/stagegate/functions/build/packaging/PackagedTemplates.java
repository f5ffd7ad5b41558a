package io.stagegate.functions.build.packaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.model.PackageObject;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads the templates of one service, has them packaged, and stores them. */
final class PackagedTemplates {
  /** CloudFormation quotas: a template in S3, resources, parameters. */
  static final int LARGEST = 1024 * 1024;

  static final int MOST_RESOURCES = 500;
  static final int MOST_PARAMETERS = 200;

  /** Nested deeper, or more of them, is no template that somebody wrote by hand. */
  private static final int DEEPEST = 10;

  private static final int MOST = 200;

  /** Members in the order of their names, so that the same template has the same bytes. */
  private static final JsonMapper CANONICAL =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private final SourceTree tree;
  private final Artifacts artifacts;
  private final Set<PackageObject> objects = new LinkedHashSet<>();
  private final Capabilities capabilities = new Capabilities();
  private final Set<Path> open = new LinkedHashSet<>();
  private int count;

  PackagedTemplates(SourceTree tree, Artifacts artifacts) {
    this.tree = tree;
    this.artifacts = artifacts;
  }

  /** Everything that the templates refer to, nested templates among it. */
  Set<PackageObject> objects() {
    return objects;
  }

  Capabilities capabilities() {
    return capabilities;
  }

  /**
   * Packages a template with what it refers to, and stores it.
   *
   * @param file the template's real place
   */
  PackageObject store(Path file) {
    var shown = tree.shown(file);
    if (!open.add(file)) {
      throw new PackagingException("The template " + shown + " nests itself.", shown);
    }
    if (open.size() > DEEPEST || ++count > MOST) {
      throw new PackagingException("The templates are nested too deep, or too many.", shown);
    }
    var template = read(file, shown);
    check(template, shown);
    new TemplatePackaging(this, tree, artifacts, template, file).run();
    capabilities.see(template.tree());
    var json = canonical(template.tree());
    if (json.length > LARGEST) {
      throw new PackagingException(
          "The template has more than 1 MB, which CloudFormation does not take.", shown);
    }
    open.remove(file);
    return artifacts.template(json);
  }

  /** Notes that a template refers to an object. */
  PackageObject used(PackageObject object) {
    objects.add(object);
    return object;
  }

  private static Template read(Path file, String shown) {
    return switch (new TemplateReader().read(text(file, shown))) {
      case TemplateRead.Parsed(var template) -> template;
      case TemplateRead.Unreadable(var line, var column, var reason) ->
          throw new PackagingException(
              "The template can't be read: " + reason + ".",
              line == 0 ? shown : shown + ":" + line + (column == 0 ? "" : ":" + column));
    };
  }

  private static String text(Path file, String shown) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new PackagingException(
            "The template has more than 1 MB, which CloudFormation does not take.", shown);
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException e) {
      throw new PackagingException("The template is not UTF-8 text.", shown);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Template template, String shown) {
    atMost(MOST_RESOURCES, "resources", template.resources().size(), shown);
    atMost(MOST_PARAMETERS, "parameters", template.parameters().size(), shown);
  }

  private static void atMost(int most, String what, int are, String shown) {
    if (are > most) {
      throw new PackagingException(
          "The template has %d %s; CloudFormation takes at most %d.".formatted(are, what, most),
          shown);
    }
  }

  private static byte[] canonical(JsonNode tree) {
    try {
      return CANONICAL.writeValueAsBytes(tree);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
