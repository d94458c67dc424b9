package org.sqlxos.wirevm.internal.extender;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.AuthenticationFunction;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirepack.api.WirePackSource;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.document.JsonDocument;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.driver.BundledDriver;
import org.sqlxos.wirevm.internal.driver.ClassPathDrivers;
import org.sqlxos.wirevm.internal.driver.DriverSource;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/**
 * The packs of the jars on a class path, by the same header as that of bundles, and with the same
 * inheritance. What OSGi would find as a service, a function by which a pack authenticates, is
 * named by the header {@value #FUNCTIONS}: {@code name=class}.
 */
public final class ClassPathPacks implements WirePackSource {

  private static final String FUNCTIONS = "SQLx-Functions";

  /** One thread for all packs of the process; it sleeps while nothing runs. */
  private static final class Watch {
    static final DeadlineWatch ONE = new DeadlineWatch();
  }

  /** Reads a pack once. */
  private static final class ReadOnce implements Supplier<WirePack> {
    private final String place;
    private final PackReading reading;
    private @Nullable WirePack pack;

    ReadOnce(String place, PackReading reading) {
      this.place = place;
      this.reading = reading;
    }

    @Override
    public synchronized WirePack get() {
      WirePack known = pack;
      if (known == null) {
        try {
          known = reading.read();
        } catch (PackFaults e) {
          throw refused(place, e);
        }
        pack = known;
      }
      return known;
    }
  }

  /** Made by {@link java.util.ServiceLoader}. */
  public ClassPathPacks() {}

  @Override
  public Map<String, Supplier<WirePack>> packs(ClassLoader classes) {
    List<PackSource> sources = new ArrayList<>();
    Map<String, String> named = new HashMap<>();
    try {
      for (ClassPathDocuments jar : ClassPathDocuments.of(classes)) {
        named.putAll(jar.named(FUNCTIONS));
        for (URL document : jar.documents(WirePack.HEADER)) {
          sources.add(source(document, classes));
        }
      }
    } catch (IOException e) {
      throw WireProblem.PACK_INVALID.problem(
          "The packs of the class path cannot be read: " + e.getMessage());
    }
    Functions functions =
        name -> Optional.ofNullable(named.get(name)).map(type -> function(type, classes));
    Map<String, Supplier<WirePack>> packs = new LinkedHashMap<>();
    for (PackSource source : sources) {
      ReadOnce read =
          new ReadOnce(
              source.place(), () -> pack(PackLineage.of(source, sources), functions, classes));
      source.schemes().forEach(scheme -> packs.putIfAbsent(scheme, read));
    }
    return packs;
  }

  private static PackSource source(URL document, ClassLoader classes) throws IOException {
    try (InputStream content = document.openStream()) {
      return new PackSource(
          document.toString(), JsonDocument.read(content), Optional.of(classes::loadClass), 0);
    } catch (PackFaults e) {
      throw refused(document.toString(), e);
    }
  }

  private static WirePack pack(PackLineage lineage, Functions functions, ClassLoader classes)
      throws PackFaults {
    PackDocument pack = PackParser.parse(lineage.merged(), functions);
    DriverSource drivers =
        pack.description().transport() == Transport.EMBEDDED
            ? new BundledDriver(classes::loadClass)
            : new ClassPathDrivers(classes);
    return PackEngine.of(pack, drivers, Watch.ONE);
  }

  private static ProblemException refused(String place, PackFaults faults) {
    return WireProblem.PACK_INVALID.problem(
        "The pack \"%s\" has %d faults, the first: %s"
            .formatted(place, faults.faults().size(), faults.faults().getFirst()),
        "sqlx pack check tells all of them.");
  }

  private static AuthenticationFunction function(String type, ClassLoader classes) {
    try {
      return (AuthenticationFunction)
          classes.loadClass(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
      throw WireProblem.DRIVER_UNUSABLE.problem(
          "The function \"%s\" cannot be made: %s".formatted(type, e.getClass().getSimpleName()));
    }
  }
}
