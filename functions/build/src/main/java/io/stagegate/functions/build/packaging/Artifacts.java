package io.stagegate.functions.build.packaging;

import io.stagegate.cloud.Objects;
import io.stagegate.model.PackageObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Stores what the templates of one build refer to. A place is zipped and stored once, however many
 * functions, stages and templates name it.
 */
final class Artifacts {
  private static final Pattern SUFFIX = Pattern.compile("\\.[A-Za-z0-9]{1,12}");

  private final Objects objects;
  private final SourceTree tree;
  private final Path scratch;
  private final Map<Path, PackageObject> codes = new HashMap<>();
  private final Map<Path, PackageObject> files = new HashMap<>();

  /**
   * @param scratch a folder for zips while they are made
   */
  Artifacts(Objects objects, SourceTree tree, Path scratch) {
    this.objects = objects;
    this.tree = tree;
    this.scratch = scratch;
  }

  /** Stores code: a zip as it is, anything else zipped. */
  PackageObject code(Path place, String where) {
    var known = codes.get(place);
    if (known != null) {
      return known;
    }
    PackageObject made;
    if (Files.isDirectory(place)) {
      made = zip(tree.files(place, where));
    } else if (isZip(place, where)) {
      made = objects.put(place, ".zip");
    } else {
      made = zip(new TreeMap<>(Map.of(name(place), place)));
    }
    codes.put(place, made);
    return made;
  }

  /** Stores a file as it is, a folder zipped. */
  PackageObject asIs(Path place, String where) {
    if (Files.isDirectory(place)) {
      return code(place, where);
    }
    return files.computeIfAbsent(place, file -> objects.put(file, suffix(file)));
  }

  /** Stores a packaged template. */
  PackageObject template(byte[] json) {
    return objects.put(json, ".json", "application/json");
  }

  /** How a template refers to an object. */
  String s3Uri(PackageObject object) {
    return "s3://" + objects.bucket() + "/" + object.key();
  }

  String url(PackageObject object) {
    return objects.url(object.key());
  }

  String bucket() {
    return objects.bucket();
  }

  private PackageObject zip(SortedMap<String, Path> content) {
    try {
      var zip = Files.createTempFile(scratch, "code", ".zip");
      try {
        ReproducibleZip.write(content, zip);
        return objects.put(zip, ".zip");
      } finally {
        Files.delete(zip);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isZip(Path file, String where) {
    try (var zip = new ZipFile(file.toFile())) {
      long unpacked = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
      tree.checkSize(file, unpacked, where);
      return true;
    } catch (ZipException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String suffix(Path file) {
    var name = name(file);
    int dot = name.lastIndexOf('.');
    var suffix = dot < 0 ? "" : name.substring(dot);
    return SUFFIX.matcher(suffix).matches() ? suffix : "";
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
