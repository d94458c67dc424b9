package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page of databases is made of the packs, and of the tests that run them: a pack is said to be
 * tested where a test reaches a server by it, see {@link Reached}. With {@code
 * -Dreference.write=true} the page is written anew.
 */
class DatabasesReferenceTest {

  private static final Path PAGE = Path.of("../../docs/reference/databases.md");

  private record Tested(Reached.How how, String on) {}

  @Test
  void thePageListsEveryPackAndHowItWasTested() throws Exception {
    String expected = page(tested());
    if (Boolean.getBoolean("reference.write")) {
      Files.writeString(PAGE, expected);
    }
    assertEquals(expected, Files.readString(PAGE), "run with -Dreference.write=true");
  }

  @Test
  void everyTestNamesPacksThatAreThere() throws Exception {
    TreeSet<String> unknown = new TreeSet<>(tested().keySet());
    unknown.removeAll(PackPages.all().stream().map(PackPage::name).toList());
    assertEquals(new TreeSet<>(), unknown);
  }

  @Test
  void fifteenDatabasesOrMoreAreTestedOnAServer() throws Exception {
    Map<String, List<Tested>> tested = tested();
    assertTrue(tested.size() >= 15, tested.keySet()::toString);
  }

  /** By the names of packs what test classes say of them. */
  private static Map<String, List<Tested>> tested() throws IOException, ClassNotFoundException {
    Map<String, List<Tested>> tested = new TreeMap<>();
    Path classes = Path.of("target/test-classes/org/sqlxos/assembly");
    try (Stream<Path> files = Files.list(classes)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (!name.endsWith("IT.class")) {
          continue;
        }
        Reached reached =
            Class.forName("org.sqlxos.assembly." + name.replace(".class", ""))
                .getAnnotation(Reached.class);
        for (String pack : reached == null ? new String[0] : reached.by()) {
          tested
              .computeIfAbsent(pack, _ -> new ArrayList<>())
              .add(new Tested(reached.how(), reached.on()));
        }
      }
    }
    return tested;
  }

  private static String page(Map<String, List<Tested>> tested) throws Exception {
    StringBuilder page =
        new StringBuilder(
            """
            # Databases

            This page is generated from the wire packs and from the tests that run them. *Tested* tells on what the product's own REST tests ran
            through this very pack: on the database itself; on a compatible server, which understands the same; or nowhere, so that the pack is
            declared only and checked to be sound: it is what is known of the database, and nobody has tried it. *Rows of a write* are those that `POST`, `PUT`, `PATCH` and
            `DELETE` give back: returned by the database, read by key in the same transaction, or not to be had for an insert whose key the database makes.
            Where the transport is `jdbc` the vendor's driver has to lie in the drivers folder: [drivers](../guides/drivers.md).
            A pack that extends another has what that one has unless it takes it away: `source` in the pack names the pages of its vendor that were read,
            and says so where something was seen on a server or could not be looked up. What a compatible server answers is no proof for the product itself.

            | database | scheme | transport | rows of a write | isolation | savepoints | copy | notifications | TLS | schema read by | tested |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """);
    for (PackPage pack : PackPages.all()) {
      List<Tested> of = tested.getOrDefault(pack.name(), List.of());
      page.append("| ")
          .append(String.join(" | ", pack.cells()))
          .append(" | ")
          .append(words(of))
          .append(" |\n");
    }
    return page.toString();
  }

  private static String words(List<Tested> tested) {
    return tested.isEmpty()
        ? "declared only"
        : tested.stream()
            .map(
                test ->
                    switch (test.how()) {
                      case REAL -> test.on();
                      case COMPATIBLE -> "compatible server: " + test.on();
                    })
            .collect(Collectors.joining("; "));
  }
}
