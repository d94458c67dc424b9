package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.pack.JsonSections;

class ValueFormatParserTest {

  private final List<PackFault> faults = new ArrayList<>();

  private Optional<ValueFormat> read(String json) {
    return ValueFormatParser.read(JsonSections.of(json, faults), ByteOrder.BIG_ENDIAN);
  }

  private void assertFaults(String json, String... paths) {
    faults.clear();
    read(json);
    assertEquals(List.of(paths), faults.stream().map(PackFault::path).toList(), json);
  }

  @Test
  void tellsEveryFaultWithItsPath() {
    assertFaults("{}", "$.format");
    assertFaults("{\"format\":\"number\"}", "$.format");
    assertFaults("{\"format\":\"integer\"}", "$.bytes");
    assertFaults("{\"format\":\"integer\",\"bytes\":3}", "$.bytes");
    assertFaults("{\"format\":\"uuid\",\"bytes\":16}", "$.bytes");
    assertFaults("{\"format\":\"date\",\"epoch\":\"2000\"}", "$.epoch");
    assertFaults("{\"format\":\"boolean-text\",\"trueText\":\"t\"}", "$.falseText");
    assertFaults("{\"format\":\"json\",\"version\":300}", "$.version");
    assertFaults("{\"format\":\"json\",\"version\":1,\"check\":true}", "$.check");
    assertFaults("{\"format\":\"network-address\"}", "$.ipv4Family", "$.ipv6Family");
  }

  @Test
  void tellsTheFaultsOfFormatsInsideOthers() {
    assertFaults("{\"format\":\"array\"}", "$.element");
    assertFaults(
        "{\"format\":\"array\",\"element\":{\"format\":\"float\",\"bytes\":2}}", "$.element.bytes");
    assertFaults(
        "{\"format\":\"array\",\"element\":{\"format\":\"array\",\"element\":"
            + "{\"format\":\"text\"}}}",
        "$.element");
    assertFaults(
        "{\"format\":\"range\",\"bound\":{\"format\":\"text\",\"size\":1}}", "$.bound.size");
  }

  @Test
  void widthsAreWhatARowWithoutLengthsNeeds() {
    assertWidth(4, "{\"format\":\"integer\",\"bytes\":4}");
    assertWidth(1, "{\"format\":\"boolean\"}");
    assertWidth(8, "{\"format\":\"float\",\"bytes\":8}");
    assertWidth(12, "{\"format\":\"time\",\"zoned\":true}");
    assertWidth(16, "{\"format\":\"uuid\"}");
    assertWidth(ValueFormat.PREFIXED, "{\"format\":\"decimal-text\"}");
    assertWidth(ValueFormat.PREFIXED, "{\"format\":\"text\"}");
    assertWidth(ValueFormat.BYTE_PREFIXED, "{\"format\":\"timestamp-fields\"}");
  }

  private void assertWidth(int width, String json) {
    assertEquals(width, read(json).orElseThrow().width(), json);
    assertTrue(faults.isEmpty());
  }
}
