package org.sqlxos.wirevm.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

class PackParserTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static ObjectNode sound() throws IOException {
    try (InputStream document = PackParserTest.class.getResourceAsStream("sound.json")) {
      return (ObjectNode) MAPPER.readTree(document);
    }
  }

  private static PackDocument parse(String document) throws Exception {
    return PackParser.parse(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> faults(String document) {
    return assertThrows(PackFaults.class, () -> parse(document)).faults().stream()
        .map(PackFault::toString)
        .toList();
  }

  @Test
  void readsASoundPack() throws Exception {
    PackDocument pack = parse(sound().toString());
    assertEquals("sound", pack.description().name());
    assertEquals(Set.of("sound", "sound+file"), pack.description().schemes());
    assertEquals(Transport.EMBEDDED, pack.description().transport());
    assertEquals(15, pack.description().decimalDigits());
    assertEquals(
        "SELECT\n1",
        pack.description().statement(IntrospectionQuery.RELATIONS).orElseThrow().text());
    assertTrue(pack.description().statement(IntrospectionQuery.CHECKS).isEmpty());
    assertEquals(1, pack.writers());
    assertEquals(2, pack.errors().size());
    assertEquals(ErrorKind.BUSY, pack.errors().getFirst().kind());
    assertEquals(ValueCodec.BOOLEAN_AS_INTEGER, pack.values().of(UniversalType.parse("boolean")));
    assertEquals(ValueCodec.PLAIN, pack.values().of(UniversalType.parse("text")));
    DriverSettings settings = (DriverSettings) pack.transport();
    assertTrue(settings.existingFile());
    assertEquals("fast", settings.properties().get("mode"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/|colour|\"red\"|$.colour: unknown key",
        "/|format|2|$.format: the number 1 expected",
        "/|name|5|$.name: text expected, not a number",
        "/|name|\"My Pack\"|$.name: lower-case letters",
        "/|product||$.product: missing; text expected",
        "/|product|\" \"|$.product: text expected, it is empty",
        "/|transport|\"pigeon\"|$.transport: one of wire, embedded, jdbc expected, not \"pigeon\"",
        "/|transport|\"jdbc\"|$.jdbc: missing; an object expected",
        "/|schemes|[\"A B\"]|$.schemes[0]: a URL scheme",
        "/|schemes|[]|$.schemes: at least one",
        "/|schemes|[7]|$.schemes[0]: text expected, not a number",
        "/|embedded||$.embedded: missing; an object expected",
        "/embedded|url|\"jdbc:x\"|$.embedded.url: ${rest} expected",
        "/embedded|existingFile|\"yes\"|$.embedded.existingFile: true or false expected, not text",
        "/embedded|properties|{\"a\":1}|$.embedded.properties.a: text expected, not a number",
        "/embedded|onConnect|{}|$.embedded.onConnect: an array expected, not an object",
        "/transactions|commit||$.transactions.commit: missing",
        "/concurrency|writers|-1|$.concurrency.writers: 0 or more",
        "/concurrency|writers|1.5|$.concurrency.writers: a whole number",
        "/errors/0|kind|\"sad\"|$.errors[0].kind: one of not-null",
        "/errors/0|code||$.errors[0].code: missing",
        "/errors/1|message|\"(\"|$.errors[1].message: a regular expression expected",
        "/errors/1|detail|\"$2\"|$.errors[1].detail: a group of the pattern expected, there is no"
            + " $2",
        "/values|boolean|\"as-it-likes\"|$.values.boolean: one of plain",
        "/values|money|\"plain\"|$.values.money: unknown key",
        "/types/0|native|\"[\"|$.types[0].native: a regular expression expected",
        "/types/0|type|\"text($2)\"|$.types[0].type: a group of the pattern expected",
        "/types/0|type|\"string\"|$.types[0].type: a universal type expected",
        "/types|1|null|$.types[1]: an object expected, not null",
        "/introspection|keys||$.introspection.keys: missing",
        "/introspection|moon|\"x\"|$.introspection.moon: unknown key",
        "/limits|decimalDigits|true|$.limits.decimalDigits: a number expected",
      })
  void refusesAFaultWithItsPath(String where, String key, String value, String message)
      throws Exception {
    ObjectNode document = sound();
    JsonNode holder = where.equals("/") ? document : document.at(where);
    if (holder instanceof ObjectNode object && value == null) {
      object.remove(key);
    } else if (holder instanceof ObjectNode object) {
      object.set(key, MAPPER.readTree(value));
    } else {
      ((com.fasterxml.jackson.databind.node.ArrayNode) holder)
          .set(Integer.parseInt(key), MAPPER.readTree(value));
    }
    List<String> faults = faults(document.toString());
    assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(message)), faults::toString);
  }

  @Test
  void tellsAllFaultsAtOnce() throws Exception {
    ObjectNode document = sound();
    document.remove("product");
    document.put("colour", "red");
    ((ObjectNode) document.at("/types/0")).put("type", "string");
    assertEquals(3, faults(document.toString()).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}", "\u0000"})
  void refusesWhatIsNoObject(String document) {
    assertTrue(faults(document).getFirst().startsWith("$: "));
  }
}
