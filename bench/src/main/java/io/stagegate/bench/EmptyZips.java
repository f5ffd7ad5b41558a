package io.stagegate.bench;

import io.stagegate.bench.empty.BareHandler;
import io.stagegate.bench.empty.LeastHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Packages of the handlers that do nothing, laid out as the functions' packages. */
final class EmptyZips {
  private static final String TABLE_CLIENT = "lib/dynamodb-";

  private EmptyZips() {}

  /** Only Lambda's interface beside the handler. */
  static Path bare(Collection<Path> packages, Path to) throws IOException {
    Path any = packages.iterator().next();
    return write(to, BareHandler.class, any, name -> name.startsWith("lib/aws-lambda-java-core-"));
  }

  /** The libraries that every function with the table's client carries. */
  static Path least(Collection<Path> packages, Path to) throws IOException {
    List<Path> withTable = new ArrayList<>();
    Set<String> common = new TreeSet<>();
    for (Path zip : packages) {
      Set<String> libraries = libraries(zip);
      if (libraries.stream().anyMatch(name -> name.startsWith(TABLE_CLIENT))) {
        if (withTable.isEmpty()) {
          common.addAll(libraries);
        }
        common.retainAll(libraries);
        withTable.add(zip);
      }
    }
    return write(to, LeastHandler.class, withTable.getFirst(), common::contains);
  }

  private static Set<String> libraries(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith("lib/") && name.endsWith(".jar"))
          .collect(Collectors.toSet());
    }
  }

  private static Path write(Path to, Class<?> handler, Path from, Predicate<String> wanted)
      throws IOException {
    String name = handler.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(to);
        ZipOutputStream zip = new ZipOutputStream(out);
        InputStream code = handler.getClassLoader().getResourceAsStream(name);
        ZipFile file = new ZipFile(from.toFile())) {
      if (code == null) {
        throw new IOException("no class file of " + handler.getName());
      }
      zip.putNextEntry(new ZipEntry(name));
      code.transferTo(zip);
      for (ZipEntry entry : file.stream().filter(each -> wanted.test(each.getName())).toList()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream in = file.getInputStream(entry)) {
          in.transferTo(zip);
        }
      }
    }
    return to;
  }
}
