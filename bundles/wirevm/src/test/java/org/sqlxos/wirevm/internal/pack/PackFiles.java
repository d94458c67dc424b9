package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sqlxos.wirevm.internal.document.PackFaults;

/** The packs of this repository, and the schema that they follow. */
final class PackFiles {

  static final ObjectMapper MAPPER = new ObjectMapper();
  static final Path SCHEMA = Path.of("../../docs/reference/wirepack-v1.schema.json");
  static final Path TIDE = Path.of("../../docs/guides/tide/tide.json");

  private static final Path SOUND =
      Path.of("src/test/resources/org/sqlxos/wirevm/internal/pack/sound.json");

  private PackFiles() {}

  /** Every pack there is that stands for itself. */
  static List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(TIDE, SOUND));
    bundled().filter(file -> !extending(file)).forEach(all::add);
    return all;
  }

  /** Every pack that differs from another one. */
  static List<Path> differences() {
    return bundled().filter(PackFiles::extending).toList();
  }

  private static Stream<Path> bundled() {
    try (Stream<Path> files =
        Files.find(
            Path.of("../../wirepack-bundles"),
            7,
            (file, _) ->
                file.endsWith("wirepack.json") && file.toString().contains("/src/main/"))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean extending(Path file) {
    try {
      return read(file).has(PackInheritance.EXTENDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A document with what it inherits. */
  static JsonNode merged(Path file) throws IOException, PackFaults {
    JsonNode own = read(file);
    if (!own.has(PackInheritance.EXTENDS)) {
      return own;
    }
    String base = own.get(PackInheritance.EXTENDS).textValue();
    for (Path other : bundled().toList()) {
      if (read(other).get("name").textValue().equals(base)) {
        return PackInheritance.merge(own, merged(other));
      }
    }
    throw new AssertionError("there is no pack " + base);
  }

  static JsonNode read(Path file) throws IOException {
    return MAPPER.readTree(file.toFile());
  }

  /** What the schema has against a document. */
  static List<String> refusals(JsonNode document) throws IOException {
    return schema().validate(document).stream().map(ValidationMessage::toString).toList();
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            read(SCHEMA), SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }
}
