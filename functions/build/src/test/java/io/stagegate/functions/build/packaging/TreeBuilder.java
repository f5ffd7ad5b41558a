package io.stagegate.functions.build.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.cloud.MemoryObjects;
import io.stagegate.model.Failure;
import io.stagegate.model.Service;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StageName;
import io.stagegate.store.Codec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A source tree for tests, and what packaging its {@code template.yaml} gives. */
final class TreeBuilder {
  private final MemoryObjects objects = new MemoryObjects();
  private final Path root;
  private final Path scratch;

  TreeBuilder(Path folder) {
    try {
      this.root = Files.createDirectories(folder.resolve("tree"));
      this.scratch = Files.createDirectories(folder.resolve("scratch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MemoryObjects objects() {
    return objects;
  }

  Path path(String name) {
    return root.resolve(name);
  }

  Path scratch() {
    return scratch;
  }

  TreeBuilder file(String name, String text) {
    try {
      Files.createDirectories(path(name).getParent());
      Files.writeString(path(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Packager.Result result() {
    return new Packager(objects, root, scratch)
        .pack(List.of(new Service("app", "template.yaml")), List.of(StageName.DEV));
  }

  ServicePackage packaged() {
    return switch (result()) {
      case Packager.Result.Packaged(var packages) -> packages.getFirst();
      case Packager.Result.Failed(var failure) -> throw new AssertionError(failure);
    };
  }

  Failure failure() {
    return switch (result()) {
      case Packager.Result.Packaged(var packages) -> throw new AssertionError(packages);
      case Packager.Result.Failed(var failure) -> failure;
    };
  }

  /** The packaged template. */
  JsonNode template() {
    return json(packaged().template().key());
  }

  JsonNode json(String key) {
    try {
      return Codec.mapper().readTree(objects.get(key).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
