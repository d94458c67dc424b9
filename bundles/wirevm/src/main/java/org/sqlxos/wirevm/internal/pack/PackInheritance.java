package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

/**
 * Documents that say only how they differ from another pack's: objects are merged key by key, null
 * takes a key away, everything else replaces what was there. Tables whose first fitting row counts
 * keep the base's rows behind the own ones.
 */
public final class PackInheritance {

  /** The key that names the base. */
  public static final String EXTENDS = "extends";

  private static final Set<String> TABLES = Set.of("$.types", "$.errors", "$.wire.types");

  /** What each pack is by itself. */
  private static final List<String> OWN = List.of("name", "product", "schemes");

  private PackInheritance() {}

  /**
   * @param tree a document with the key {@value #EXTENDS}
   * @param base the document that it names, with nothing left to be merged
   * @throws PackFaults if the document lacks what each pack has to say for itself
   */
  public static JsonNode merge(JsonNode tree, JsonNode base) throws PackFaults {
    List<PackFault> faults = new ArrayList<>();
    for (String key : OWN) {
      if (!tree.has(key)) {
        faults.add(new PackFault("$." + key, "missing; a pack does not inherit it"));
      }
    }
    if (!faults.isEmpty()) {
      throw new PackFaults(faults);
    }
    ObjectNode merged = (ObjectNode) base.deepCopy();
    merge("$", merged, tree);
    merged.remove(EXTENDS);
    return merged;
  }

  private static void merge(String path, ObjectNode into, JsonNode difference) {
    for (Map.Entry<String, JsonNode> entry : difference.properties()) {
      String key = entry.getKey();
      JsonNode own = entry.getValue();
      JsonNode inherited = into.get(key);
      if (own.isNull()) {
        into.remove(key);
      } else if (own.isObject() && inherited instanceof ObjectNode object) {
        merge(path + "." + key, object, own);
      } else if (own.isArray()
          && inherited instanceof ArrayNode rows
          && TABLES.contains(path + "." + key)) {
        into.set(key, ((ArrayNode) own.deepCopy()).addAll(rows));
      } else {
        into.set(key, own.deepCopy());
      }
    }
  }
}
