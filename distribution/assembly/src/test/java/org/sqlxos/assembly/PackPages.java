package org.sqlxos.assembly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.wirevm.internal.dialect.DialectDocument;
import org.sqlxos.wirevm.internal.dialect.DialectParser;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.pack.PackInheritance;

/** The packs of this repository with what they inherit, and the syntax that each is written in. */
final class PackPages {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BUNDLES = Path.of("../../wirepack-bundles");

  private final Map<String, JsonNode> packs = new TreeMap<>();
  private final Map<String, Path> dialects = new TreeMap<>();

  private PackPages() throws IOException {
    for (Path file : resources("wirepack.json")) {
      JsonNode pack = JSON.readTree(file.toFile());
      packs.put(pack.get("name").textValue(), pack);
    }
    for (Path file : resources("dialect.json")) {
      dialects.put(JSON.readTree(file.toFile()).get("name").textValue(), file);
    }
  }

  static List<PackPage> all() throws IOException, PackFaults {
    PackPages pages = new PackPages();
    List<PackPage> all = new java.util.ArrayList<>();
    for (JsonNode pack : pages.packs.values()) {
      JsonNode merged = pages.merged(pack);
      Optional<Syntax> syntax =
          pages.dialect(merged.get("dialect").textValue()).map(Dialect::syntax);
      all.add(new PackPage(merged, syntax));
    }
    all.sort(Comparator.comparing(page -> page.product().toLowerCase(Locale.ROOT)));
    return all;
  }

  private static List<Path> resources(String name) throws IOException {
    try (Stream<Path> files =
        Files.find(
            BUNDLES,
            7,
            (file, _) -> file.endsWith(name) && file.toString().contains("/src/main/"))) {
      return files.sorted().toList();
    }
  }

  private JsonNode merged(JsonNode pack) throws PackFaults {
    JsonNode base = pack.get(PackInheritance.EXTENDS);
    return base == null ? pack : PackInheritance.merge(pack, merged(packs.get(base.textValue())));
  }

  /** A dialect that is data, or the class of a bundle of dialects. */
  private Optional<Dialect> dialect(String name) throws IOException, PackFaults {
    Path file = dialects.get(name);
    if (file == null) {
      String type = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Dialect";
      try {
        return Optional.of(
            (Dialect)
                Class.forName("org.sqlxos.dialects." + name + ".internal." + type)
                    .getDeclaredConstructor()
                    .newInstance());
      } catch (ReflectiveOperationException e) {
        return Optional.empty();
      }
    }
    try (InputStream content = Files.newInputStream(file)) {
      DialectDocument document = DialectDocument.read(content);
      Optional<Dialect> base =
          document.base().isEmpty() ? Optional.empty() : dialect(document.base().get());
      return Optional.of(DialectParser.parse(document, base));
    }
  }
}
