package io.stagegate.cloud;

import io.stagegate.model.PackageObject;
import java.nio.file.Path;
import java.util.Optional;

/** Stored objects of one bucket. */
public interface Objects {
  /**
   * Stores a file under its hash ({@code sha256/<hash><suffix>}) unless it is there already.
   *
   * @param suffix such as {@code .zip}
   */
  PackageObject put(Path file, String suffix);

  /** Stores bytes under their hash unless they are there already. */
  PackageObject put(byte[] bytes, String suffix, String contentType);

  /** Reads an object; empty where there is none. For small objects: all of it is held. */
  Optional<byte[]> get(String key);

  /** Whether the object is there with that size and hash. */
  boolean holds(PackageObject object);

  /** The address CloudFormation reads it at: {@code https://s3.region.amazonaws.com/bucket/key}. */
  String url(String key);

  /** The bucket's name. */
  String bucket();
}
