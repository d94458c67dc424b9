package org.sqlxos.wirevm.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.JsonSection;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * A dialect's document, read as far as it stands for itself.
 *
 * @param base the name of the dialect that it differs from
 */
public record DialectDocument(String name, Optional<String> base, JsonNode tree) {

  /** The version of the language. */
  static final int FORMAT = 1;

  /**
   * @throws PackFaults if it is no dialect's document
   * @throws IOException if it cannot be read
   */
  public static DialectDocument read(InputStream content) throws PackFaults, IOException {
    JsonNode tree = JsonDocument.read(content);
    List<PackFault> faults = new ArrayList<>();
    JsonSection root = new JsonSection(tree, "$", faults);
    if (root.optionalInteger("format").orElse(0) != FORMAT) {
      root.fault("format", "the number " + FORMAT + " expected, the only format this engine reads");
    }
    DialectDocument document =
        new DialectDocument(root.text("name"), root.optionalText("extends"), tree);
    if (!faults.isEmpty()) {
      throw new PackFaults(faults);
    }
    return document;
  }
}
