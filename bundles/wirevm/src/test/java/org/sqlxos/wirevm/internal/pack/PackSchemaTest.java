package org.sqlxos.wirevm.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.auth.Primitives;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.protocol.ConnectFault;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.value.Family;

/** The published schema says what the parser says. */
class PackSchemaTest {

  static List<Path> packs() {
    return PackFiles.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackFollowsTheSchemaAndIsRead(Path file) throws Exception {
    assertEquals(List.of(), PackFiles.refusals(PackFiles.read(file)));
    try (InputStream document = Files.newInputStream(file)) {
      assertNotNull(PackParser.parse(document).description().name());
    }
  }

  static List<Path> differences() {
    return PackFiles.differences();
  }

  @ParameterizedTest
  @MethodSource("differences")
  void everyDifferenceFollowsTheSchemaAndIsAPackOnceMerged(Path file) throws Exception {
    assertEquals(List.of(), PackFiles.refusals(PackFiles.read(file)));
    JsonNode merged = PackFiles.merged(file);
    assertEquals(List.of(), PackFiles.refusals(merged));
    PackDescription pack = PackParser.parse(merged, Functions.NONE).description();
    assertEquals(file.getParent().getFileName().toString(), pack.name());
  }

  @Test
  void everyDatabaseThatIsServedHasAPack() {
    assertTrue(packs().size() >= 5, packs().toString());
  }

  @Test
  void isAValidSchema() throws IOException {
    assertEquals(
        Set.of(),
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(java.net.URI.create(SchemaId.V202012))
            .validate(PackFiles.read(PackFiles.SCHEMA)));
  }

  @Test
  void liesInTheBundle() throws IOException {
    try (InputStream shipped = PackParser.class.getResourceAsStream("/wirepack-v1.schema.json")) {
      assertEquals(PackFiles.read(PackFiles.SCHEMA), PackFiles.MAPPER.readTree(shipped));
    }
  }

  @Test
  void namesWhatTheEngineNames() throws IOException {
    assertEquals(
        written(ErrorKind.class), choices("/$defs/whole/properties/errors/items/properties/kind"));
    assertEquals(written(ValueCodec.class), choices("/$defs/codec"));
    assertEquals(written(Family.class), keys("/$defs/whole/properties/values/properties"));
    assertEquals(written(Family.class), keys("/$defs/wire/properties/parameterTypes/properties"));
    assertEquals(written(ConnectFault.class), choices("/$defs/step/else/oneOf/5/properties/fail"));
    assertEquals(written(Event.class), choices("/$defs/step/else/oneOf/4/properties/event"));
    Set<String> primitives = new TreeSet<>(Primitives.names());
    primitives.add("function");
    assertEquals(primitives, keys("/$defs/expression/anyOf/3/properties"));
  }

  /** The parser tells the layouts that it knows to whoever names another. */
  @Test
  void namesTheFormatsThatTheParserKnows() throws Exception {
    JsonNode document = PackFiles.read(PackFiles.TIDE);
    ObjectNode type = (ObjectNode) document.at("/wire/types/1/binary");
    type.put("format", "runes");
    String fault = BrokenPacksTest.faults(document).getFirst();
    String known = fault.substring(fault.indexOf("one of ") + 7, fault.indexOf(" expected"));
    Set<String> formats = new TreeSet<>();
    JsonNode schema = PackFiles.read(PackFiles.SCHEMA);
    schema
        .at("/$defs/format/oneOf")
        .forEach(format -> formats.add(format.at("/properties/format/const").textValue()));
    assertEquals(new TreeSet<>(Arrays.asList(known.split(", "))), formats);
  }

  private static <E extends Enum<E>> Set<String> written(Class<E> type) {
    Set<String> names = new TreeSet<>();
    for (E constant : type.getEnumConstants()) {
      names.add(JsonSection.written(constant));
    }
    return names;
  }

  private static Set<String> choices(String pointer) throws IOException {
    Set<String> names = new TreeSet<>();
    PackFiles.read(PackFiles.SCHEMA).at(pointer).get("enum").forEach(n -> names.add(n.asText()));
    return names;
  }

  private static Set<String> keys(String pointer) throws IOException {
    Set<String> names = new TreeSet<>();
    PackFiles.read(PackFiles.SCHEMA).at(pointer).fieldNames().forEachRemaining(names::add);
    return names;
  }
}
