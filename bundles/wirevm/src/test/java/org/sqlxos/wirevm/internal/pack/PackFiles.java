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

/** The packs of this repository, and the schema that they follow. */
final class PackFiles {

  static final ObjectMapper MAPPER = new ObjectMapper();
  static final Path SCHEMA = Path.of("../../docs/reference/wirepack-v1.schema.json");
  static final Path TIDE = Path.of("../../docs/guides/tide/tide.json");

  private static final Path SOUND =
      Path.of("src/test/resources/org/sqlxos/wirevm/internal/pack/sound.json");

  private PackFiles() {}

  /** Every pack there is. */
  static List<Path> all() {
    List<Path> all = new ArrayList<>(List.of(TIDE, SOUND));
    try (Stream<Path> bundles = Files.list(Path.of("../../wirepack-bundles"))) {
      bundles
          .map(bundle -> bundle.resolve("src/main/resources/wirepack.json"))
          .filter(Files::exists)
          .sorted()
          .forEach(all::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
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
