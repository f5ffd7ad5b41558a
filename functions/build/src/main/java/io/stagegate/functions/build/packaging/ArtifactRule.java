package io.stagegate.functions.build.packaging;

import java.util.List;

/**
 * A property that may name a local file or folder, and what CloudFormation wants in its place.
 *
 * @param type the resource's type
 * @param path the property's names from {@code Properties} on
 * @param source what of the place is stored
 * @param form how the stored object is written
 * @param missing what it means where the property is not there
 */
record ArtifactRule(String type, List<String> path, Source source, Form form, Missing missing) {

  /** What is stored. */
  enum Source {
    /** Code: a folder, or a file that is no zip yet, is zipped. */
    ZIPPED,
    /** A folder is zipped, a file stored as it is. */
    AS_IS,
    /** A template, itself packaged first. */
    TEMPLATE
  }

  /** How a stored object is written into a template. */
  sealed interface Form {
    /** {@code s3://bucket/key}. */
    record S3Uri() implements Form {}

    /** {@code https://...}. */
    record Url() implements Form {}

    /** An object of two members, with these names. */
    record BucketAndKey(String bucket, String key) implements Form {}
  }

  /** What a missing property means. */
  enum Missing {
    /** Nothing to do. */
    NOTHING,
    /** The template's own folder, unless the code is given in another way. */
    OWN_FOLDER
  }

  ArtifactRule {
    path = List.copyOf(path);
  }

  /** The property, for people: {@code Command.ScriptLocation}. */
  String property() {
    return String.join(".", path);
  }
}
