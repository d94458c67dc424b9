package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sqlxos.problem.api.ProblemCode;

/**
 * Holds {@code docs/reference/errors.md} to the codes of the bundles. With {@code
 * -Dreference.write=true} it writes the page instead.
 */
class ErrorsReferenceTest {

  private static final Path PAGE = Path.of("../../docs/reference/errors.md");

  @Test
  void everyCodeIsUniqueAndHasTheFormOfOurs() {
    List<ProblemCode> codes = codes();

    assertTrue(codes.size() > 30, codes.size() + " codes");
    assertEquals(codes.size(), codes.stream().map(ProblemCode::code).distinct().count());
    for (ProblemCode code : codes) {
      assertTrue(code.code().matches("SQLX\\d{3}"), code.code());
      assertTrue(code.status() >= 400 && code.status() <= 599, code.code());
    }
  }

  @Test
  void thePageListsEveryCode() throws IOException {
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, page());
    }
    assertEquals(page(), Files.readString(PAGE), "run with -Dreference.write=true");
  }

  private static String page() {
    String rows =
        codes().stream()
            .map(
                code ->
                    "| `%s` | %d | %s | %s | %s |"
                        .formatted(
                            code.code(),
                            code.status(),
                            code.title(),
                            code.fault().name().toLowerCase(Locale.ROOT),
                            code.retryable() ? "yes" : "no"))
            .collect(Collectors.joining("\n"));
    return """
    # Errors

    Every error is a problem document (RFC 9457) with one of these codes. A code never gets a second meaning. *Fault* says who
    has to act; *retry* says whether the very same request may succeed later. This page is generated from the code.

    | code | status | title | fault | retry |
    | --- | --- | --- | --- | --- |
    %s
    """
        .formatted(rows);
  }

  private static List<ProblemCode> codes() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sqlxos")
            .stream()
            .filter(type -> type.isAssignableTo(ProblemCode.class) && type.isEnum())
            .flatMap(ErrorsReferenceTest::constants)
            .sorted(Comparator.comparing(ProblemCode::code))
            .toList();
  }

  private static Stream<ProblemCode> constants(JavaClass type) {
    return Stream.of(type.reflect().getEnumConstants()).map(ProblemCode.class::cast);
  }
}
