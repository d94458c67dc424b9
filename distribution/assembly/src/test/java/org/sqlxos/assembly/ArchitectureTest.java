package org.sqlxos.assembly;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
@AnalyzeClasses(
    packages = "org.sqlxos",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.ProductOnly.class})
class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 250;

  /** Leaves the test library out. */
  static final class ProductOnly implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("testkit");
    }
  }

  @ArchTest
  static void manyClassesAreSeenSoThatNoRulePassesOverNothing(JavaClasses classes) {
    assertTrue(classes.size() >= CLASSES_AT_LEAST, classes.size() + " classes");
  }

  @ArchTest
  static final ArchRule contractsDependOnNothingButAnnotations =
      classes()
          .that()
          .resideInAnyPackage(
              "org.sqlxos.capability.api..",
              "org.sqlxos.catalog.api..",
              "org.sqlxos.compliance.api..",
              "org.sqlxos.dialect.api..",
              "org.sqlxos.generator.api..",
              "org.sqlxos.learner.api..",
              "org.sqlxos.operation.api..",
              "org.sqlxos.problem.api..",
              "org.sqlxos.stage.api..",
              "org.sqlxos.type.api..",
              "org.sqlxos.wirepack.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.sqlxos.*.api..", "org.jspecify..", "org.osgi.annotation..");

  @ArchTest
  static final ArchRule bundlesMeetThroughContractsOnly =
      slices()
          .matching("org.sqlxos.(*).internal..")
          .should()
          .notDependOnEachOther()
          .as("no bundle depends on another one's implementation");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.sqlxos.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nobodyWritesToStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.sqlxos.launcher..", "org.sqlxos.shop..")
          .should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule nobodyThrowsGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

  @ArchTest static final ArchRule oneLoggingInterface = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest
  static final ArchRule componentsHaveFinalState =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameEndingWith("Stage")
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Utils");

  @Test
  void everyPackageSaysWhatItIsFor() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOptions(List.of(new ImportOption.DoNotIncludeTests(), new ProductOnly()))
            .importPackages("org.sqlxos");
    Set<String> described = packages(classes, true);
    Set<String> used = packages(classes, false);

    assertEquals(
        Set.of(),
        used.stream().filter(name -> !described.contains(name)).collect(Collectors.toSet()));
  }

  private static Set<String> packages(JavaClasses classes, boolean described) {
    return classes.stream()
        .filter(type -> type.getSimpleName().equals("package-info") == described)
        .map(JavaClass::getPackageName)
        .collect(Collectors.toSet());
  }

  @Test
  void theProtocolEngineNamesNoDatabase() throws IOException {
    Pattern products =
        Pattern.compile(
            "postgres|mysql|mariadb|sqlite|redis|mongo|cassandra|clickhouse|oracle|duckdb|\\bh2\\b",
            Pattern.CASE_INSENSITIVE);
    Path sources = Path.of("../../bundles/wirevm/src/main");
    try (Stream<Path> files = Files.walk(sources).filter(Files::isRegularFile)) {
      List<Path> all = files.toList();
      assertTrue(all.size() > 10, "sources seen: " + all.size());
      for (Path file : all) {
        assertEquals(
            List.of(),
            Files.readAllLines(file).stream().filter(products.asPredicate()).toList(),
            file.toString());
      }
    }
  }
}
