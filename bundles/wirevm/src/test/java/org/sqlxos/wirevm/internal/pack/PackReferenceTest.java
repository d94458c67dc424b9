package org.sqlxos.wirevm.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/reference/wirepack.md} are those of the schema. With {@code
 * -Dsqlx.update.reference=true} they are written anew.
 */
class PackReferenceTest {

  private static final Path REFERENCE = Path.of("../../docs/reference/wirepack.md");
  private static final Pattern TABLE =
      Pattern.compile("<!-- generated: (\\w+) -->\n(.*?)\n<!-- end -->", Pattern.DOTALL);

  @Test
  void hasTheTablesOfTheSchema() throws IOException {
    ReferenceTables tables = new ReferenceTables(PackFiles.read(PackFiles.SCHEMA));
    String reference = Files.readString(REFERENCE);
    Matcher table = TABLE.matcher(reference);
    assertTrue(table.results().count() >= 12, "a table is missing");

    String expected =
        TABLE
            .matcher(reference)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        "<!-- generated: %s -->\n%s\n<!-- end -->"
                            .formatted(found.group(1), tables.table(found.group(1)))));

    if (Boolean.getBoolean("sqlx.update.reference")) {
      Files.writeString(REFERENCE, expected);
    }
    assertEquals(expected, Files.readString(REFERENCE));
  }
}
