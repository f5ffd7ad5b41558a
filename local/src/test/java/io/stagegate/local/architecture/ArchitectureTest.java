package io.stagegate.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What may know what, over the classes of all modules (docs/architecture.md draws it). */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {
  private static final Path ROOT = Path.of(System.getProperty("stagegate.root"));
  private static final int LONGEST_HANDLER = 40;

  private JavaClasses all = new ClassFileImporter().importClasses();
  private JavaClasses deployed = all;

  @BeforeAll
  void read() throws IOException {
    var inLambda = Stream.concat(Stream.of(ROOT.resolve("shared")), functions().stream());
    var folders = inLambda.map(module -> module.resolve("target/classes")).toList();
    var others =
        Stream.of("infra", "cli", "local").map(module -> ROOT.resolve(module + "/target/classes"));
    var everything = Stream.concat(folders.stream(), others).toList();
    assumeTrue(
        everything.stream().allMatch(Files::isDirectory),
        "not every module is compiled: run ./stagegate test, or Maven for the whole project");
    deployed = new ClassFileImporter().importPaths(folders);
    all = new ClassFileImporter().importPaths(everything);
  }

  @Test
  void theModelKnowsNobody() {
    classes()
        .that()
        .resideInAPackage("io.stagegate.model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("io.stagegate.model..", "java..", "org.jspecify.."))
        .check(all);
  }

  @Test
  void theAuditLogsChainKnowsTheModelAlone() {
    classes()
        .that()
        .resideInAPackage("io.stagegate.audit..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.stagegate.audit..", "io.stagegate.model..", "java..", "org.jspecify.."))
        .check(all);
  }

  @Test
  void theReviewIsMadeFromValues() {
    classes()
        .that()
        .resideInAPackage("io.stagegate.review..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAPackage("io.stagegate.."))
                .or(
                    resideInAnyPackage(
                        "io.stagegate.review..",
                        "io.stagegate.template..",
                        "io.stagegate.model..")))
        .check(all);
  }

  @Test
  void whatDecidesHasNoClockAndTouchesNothing() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.stagegate.audit..",
            "io.stagegate.model..",
            "io.stagegate.review..",
            "io.stagegate.template..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "software.amazon..", "com.amazonaws..", "java.net..", "java.nio.file..")
                // It writes text as other text, and reaches nothing.
                .and(not(named("java.net.URLEncoder")))
                .or(
                    named(
                        "java.time.Clock", "java.io.File", "java.lang.System", "java.util.Random"))
                .as("the outside world"))
        .check(all);
  }

  @Test
  void functionsKnowNoOtherFunction() {
    slices()
        .matching("io.stagegate.functions.(*)..")
        .should()
        .notDependOnEachOther()
        .check(deployed);
  }

  @Test
  void whatIsDeployedKnowsNothingOfWhereItRuns() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.stagegate.local..", "io.stagegate.infra..")
        .check(deployed);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.stagegate.functions..", "io.stagegate.local..", "io.stagegate.infra..", "gg.jte..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.stagegate.functions..")
        .check(all);
  }

  @Test
  void theStackIsBuiltWithoutAnyOfOurClasses() {
    noClasses()
        .that()
        .resideInAPackage("io.stagegate.infra..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.stagegate..").and(not(resideInAPackage("io.stagegate.infra.."))))
        .check(all);
  }

  @Test
  void theCommandLineReviewsWithoutAws() {
    classes()
        .that()
        .resideInAPackage("io.stagegate.cli..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "io.stagegate.cli..",
                "io.stagegate.audit..",
                "io.stagegate.model..",
                "io.stagegate.review..",
                "io.stagegate.template..",
                "com.fasterxml.jackson..",
                "picocli..",
                "java..",
                "org.jspecify.."))
        .check(all);
    noClasses()
        .that()
        .resideOutsideOfPackage("io.stagegate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.stagegate.cli..")
        .check(all);
  }

  @Test
  void nothingStaticChanges() {
    var mutable =
        Set.of(
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.lang.StringBuilder",
            "java.lang.ThreadLocal");
    fields()
        .that()
        .areStatic()
        .should(
            new ArchCondition<>("be final and hold no state") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                var type = field.getRawType();
                boolean bad =
                    !field.getModifiers().contains(JavaModifier.FINAL)
                        || mutable.contains(type.getName())
                        || type.getPackageName().startsWith("java.util.concurrent");
                if (bad && !field.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                  events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                }
              }
            })
        .check(deployed.that(DescribedPredicate.describe("are ours", ArchitectureTest::written)));
  }

  @Test
  void nullIsMarkedInEveryPackage() {
    assertThat(all.stream().filter(ArchitectureTest::written).map(JavaClass::getPackage).distinct())
        .isNotEmpty()
        .allMatch(named -> named.isAnnotatedWith(NullMarked.class), "is @NullMarked");
  }

  @Test
  void handlersOnlyHandOver() throws IOException {
    var handlers =
        sources().entrySet().stream()
            .filter(source -> source.getKey().toString().endsWith("Handler.java"))
            .toList();
    assertThat(handlers).hasSizeGreaterThanOrEqualTo(functions().size());
    assertThat(handlers)
        .allSatisfy(
            source ->
                assertThat(source.getValue().lines().count())
                    .as(source.getKey().toString())
                    .isLessThanOrEqualTo(LONGEST_HANDLER));
  }

  @Test
  void noEmulatorIsNamedInWhatIsDeployed() throws IOException {
    assertThat(sources())
        .allSatisfy(
            (file, text) ->
                assertThat(text.toLowerCase(Locale.ROOT))
                    .as(file.toString())
                    .doesNotContain("ministack", "localstack", "localhost"));
  }

  /** What people wrote, not what tools generated. */
  private static boolean written(JavaClass type) {
    return type.getPackageName().startsWith("io.stagegate")
        && !type.getPackageName().endsWith(".jte")
        && !type.getSimpleName().startsWith("Dagger");
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    var wanted = Set.of(names);
    return DescribedPredicate.describe("is one of " + wanted, c -> wanted.contains(c.getName()));
  }

  private static List<Path> functions() throws IOException {
    try (var folders = Files.list(ROOT.resolve("functions"))) {
      return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))).toList();
    }
  }

  private static Map<Path, String> sources() throws IOException {
    var found = new TreeMap<Path, String>();
    for (var module :
        Stream.concat(Stream.of(ROOT.resolve("shared")), functions().stream()).toList()) {
      try (var files = Files.walk(module.resolve("src/main"))) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          found.put(ROOT.relativize(file), Files.readString(file));
        }
      }
    }
    return found;
  }
}
