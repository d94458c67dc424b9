package org.sqlxos.wirevm.internal.extender;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.driver.BundledDriver;
import org.sqlxos.wirevm.internal.pack.PackInheritance;

/**
 * A pack's document with all that it inherits.
 *
 * @param tree nothing is left to be merged
 * @param classes of the bundle that the first in the line with classes comes from
 */
record PackLineage(JsonNode tree, Optional<BundledDriver.ClassSource> classes) {

  /**
   * @param installed all packs; of several with one name the one of the highest ranking is the base
   * @throws PackFaults if a base is missing, or is the pack itself by way of others
   */
  static PackLineage of(PackSource source, Collection<PackSource> installed) throws PackFaults {
    return of(source, installed, List.of());
  }

  private static PackLineage of(
      PackSource source, Collection<PackSource> installed, List<PackSource> heirs)
      throws PackFaults {
    JsonNode name = source.tree().get(PackInheritance.EXTENDS);
    if (name == null) {
      return new PackLineage(source.tree(), source.classes());
    }
    List<PackSource> line = Stream.concat(heirs.stream(), Stream.of(source)).toList();
    List<PackSource> named =
        installed.stream().filter(pack -> pack.name().equals(name.asText())).toList();
    PackSource base =
        named.stream()
            .filter(pack -> line.stream().noneMatch(heir -> heir == pack))
            .max(Comparator.comparingInt(PackSource::ranking))
            .orElseThrow(() -> fault(name, named.isEmpty(), installed));
    PackLineage inherited = of(base, installed, line);
    return new PackLineage(
        PackInheritance.merge(source.tree(), inherited.tree()),
        source.classes().filter(_ -> hasDriver(source)).or(inherited::classes));
  }

  /** Whether the classes of an embedded driver come with this very document. */
  private static boolean hasDriver(PackSource source) {
    return source.tree().path("embedded").has("driver");
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
