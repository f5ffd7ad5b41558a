package io.stagegate.local.function;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The Runtime Interface Client's native library, unpacked once. Left alone each JVM unpacks it over
 * one file that all of them share, and one that starts while another reads it dies by SIGBUS.
 */
final class NativeLibrary {
  /** The client's own property: where its library lies. */
  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeLibrary() {}

  /** The JVM's flag that names the library, unpacked into this folder. */
  static String flag(List<Path> runtime, Path folder) throws IOException {
    Path library = folder.toAbsolutePath().resolve(name());
    if (!Files.exists(library)) {
      Path part = Files.createTempFile(folder, "jni", ".part");
      unpack(runtime, part);
      Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
    }
    return "-D" + PROPERTY + "=" + library;
  }

  private static void unpack(List<Path> runtime, Path to) throws IOException {
    for (Path jar : runtime) {
      try (var files = FileSystems.newFileSystem(jar)) {
        Path inside = files.getPath("jni", name());
        if (Files.exists(inside)) {
          Files.copy(inside, to, StandardCopyOption.REPLACE_EXISTING);
          return;
        }
      }
    }
    throw new UncheckedIOException(
        new FileNotFoundException("no " + name() + " in the runtime's jars"));
  }

  private static String name() {
    String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    return "libaws-lambda-jni." + libc + "-" + processor + ".so";
  }
}
