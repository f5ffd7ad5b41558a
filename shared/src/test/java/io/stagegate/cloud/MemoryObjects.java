package io.stagegate.cloud;

import io.stagegate.model.PackageObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Objects in memory, for tests. */
public final class MemoryObjects implements Objects {
  private final TreeMap<String, byte[]> stored = new TreeMap<>();
  private int written;

  @Override
  public PackageObject put(Path file, String suffix) {
    try {
      return put(Files.readAllBytes(file), suffix, "application/octet-stream");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PackageObject put(byte[] bytes, String suffix, String contentType) {
    var hash = Hashing.sha256(bytes);
    var key = "sha256/" + hash + suffix;
    if (stored.put(key, bytes.clone()) == null) {
      written++;
    }
    return new PackageObject(key, hash, bytes.length);
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(stored.get(key)).map(byte[]::clone);
  }

  @Override
  public boolean holds(PackageObject object) {
    return get(object.key())
        .filter(bytes -> bytes.length == object.size())
        .filter(bytes -> Hashing.sha256(bytes).equals(object.sha256()))
        .isPresent();
  }

  @Override
  public String url(String key) {
    return "https://s3.eu-west-1.amazonaws.com/" + bucket() + "/" + key;
  }

  @Override
  public String bucket() {
    return "packages";
  }

  /** All objects by key, to look at. */
  public Map<String, byte[]> all() {
    return Collections.unmodifiableMap(stored);
  }

  /** How many objects were new when they were put. */
  public int written() {
    return written;
  }
}
