package org.sqlxos.wirevm.internal.extender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.driver.BundledDriver;
import org.sqlxos.wirevm.internal.pack.PackInheritance;

/**
 * A pack's document and those that it inherits from.
 *
 * @param line from the document itself to the one that stands for itself
 */
record PackLineage(List<PackSource> line) {

  PackLineage {
    line = List.copyOf(line);
  }

  /**
   * @param installed all packs; of several with one name the one of the highest ranking is the base
   * @throws PackFaults if a base is missing, or is the pack itself by way of others
   */
  static PackLineage of(PackSource source, Collection<PackSource> installed) throws PackFaults {
    List<PackSource> line = new ArrayList<>();
    PackSource next = source;
    while (true) {
      line.add(next);
      JsonNode name = next.tree().get(PackInheritance.EXTENDS);
      if (name == null) {
        return new PackLineage(line);
      }
      List<PackSource> named =
          installed.stream().filter(pack -> pack.name().equals(name.asText())).toList();
      next =
          named.stream()
              .filter(pack -> line.stream().noneMatch(heir -> heir == pack))
              .max(Comparator.comparingInt(PackSource::ranking))
              .orElseThrow(() -> fault(name, named.isEmpty(), installed));
    }
  }

  /** Whether anything is inherited. */
  boolean inherits() {
    return line.size() > 1;
  }

  /** The whole document: nothing is left to be merged. */
  JsonNode merged() throws PackFaults {
    JsonNode tree = line.getLast().tree();
    for (int i = line.size() - 2; i >= 0; i--) {
      tree = PackInheritance.merge(line.get(i).tree(), tree);
    }
    return tree;
  }

  /** The classes of the bundle that the driver comes with. */
  Optional<BundledDriver.ClassSource> classes() {
    return line.stream()
        .filter(source -> source.tree().path("embedded").has("driver"))
        .findFirst()
        .flatMap(PackSource::classes);
  }

  private static PackFaults fault(
      JsonNode name, boolean missing, Collection<PackSource> installed) {
    String known =
        String.join(", ", installed.stream().map(PackSource::name).distinct().sorted().toList());
    String expected =
        missing
            ? "the name of an installed pack expected, not "
                + name
                + "; installed are "
                + (known.isEmpty() ? "none" : known)
            : "a pack expected that does not extend this one, as " + name + " does";
    return new PackFaults(List.of(new PackFault("$." + PackInheritance.EXTENDS, expected)));
  }
}
