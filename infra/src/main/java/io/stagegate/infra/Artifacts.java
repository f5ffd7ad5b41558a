package io.stagegate.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made and the template carries.
 *
 * @param functions folder of the functions' zips, {@code NAME.zip}
 * @param machines folder of the state machines' definitions, {@code NAME.asl.json}
 */
public record Artifacts(Path functions, Path machines) {

  /** Where Maven leaves them, seen from this module's folder. */
  public static Artifacts ofModule(Path module) {
    return new Artifacts(
        module.resolve("target/functions"), module.resolve("../statemachines").normalize());
  }

  /** The path of a function's zip. */
  String zip(String name) {
    return functions.resolve(name + ".zip").toString();
  }

  /** The text of a state machine's definition, its placeholders as they stand. */
  String definition(String name) {
    try {
      return Files.readString(machines.resolve(name + ".asl.json"));
    } catch (IOException e) {
      throw new UncheckedIOException("No definition of the state machine " + name, e);
    }
  }
}
