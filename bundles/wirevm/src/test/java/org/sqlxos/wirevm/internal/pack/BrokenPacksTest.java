package org.sqlxos.wirevm.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * The pack of the guide with one thing changed. A row is: the place; what is put there, nothing
 * meaning that it is taken away; whether the schema refuses it too; how the fault begins.
 */
class BrokenPacksTest {

  static List<String> faults(JsonNode document) {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return assertThrows(PackFaults.class, () -> PackParser.parse(new ByteArrayInputStream(bytes)))
        .faults()
        .stream()
        .map(PackFault::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "broken-packs.csv", delimiter = '|', quoteCharacter = '`')
  void isRefusedWithItsPath(String place, String value, boolean bySchema, String fault)
      throws Exception {
    JsonNode document = PackFiles.read(PackFiles.TIDE);

    change(document, JsonPointer.compile(place), value);

    List<String> faults = faults(document);
    assertTrue(faults.stream().anyMatch(each -> each.startsWith(fault)), faults::toString);
    List<String> refusals = PackFiles.refusals(document);
    assertEquals(bySchema, !refusals.isEmpty(), refusals::toString);
  }

  private static void change(JsonNode document, JsonPointer place, String value) throws Exception {
    JsonNode holder = document.at(place.head());
    String key = place.last().getMatchingProperty();
    if (holder instanceof ArrayNode array) {
      array.set(Integer.parseInt(key), PackFiles.MAPPER.readTree(value));
    } else if (value == null) {
      assertTrue(((ObjectNode) holder).remove(key) != null, "there is no " + place);
    } else {
      ((ObjectNode) holder).set(key, PackFiles.MAPPER.readTree(value));
    }
  }

  @Test
  void tellsTheFaultsOfAllPartsAtOnce() throws Exception {
    JsonNode document = PackFiles.read(PackFiles.TIDE);
    change(document, JsonPointer.compile("/wire/port"), "0");
    change(document, JsonPointer.compile("/wire/messages/Row/tag"), "\"rows\"");
    change(document, JsonPointer.compile("/wire/states/AUTH/on/Welcome"), "\"REDY\"");
    change(document, JsonPointer.compile("/types/0/type"), "\"string\"");

    List<String> faults = faults(document);

    assertEquals(4, faults.size(), faults::toString);
    assertFalse(PackFiles.refusals(document).isEmpty());
  }
}
