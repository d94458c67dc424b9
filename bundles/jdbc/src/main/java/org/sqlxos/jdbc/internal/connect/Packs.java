package org.sqlxos.jdbc.internal.connect;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.error.SqlErrors;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirepack.api.WirePackSource;

/**
 * The packs that there are: services of a framework first, then those of the class path. A class
 * path is read once; that of the thread that asks, if it sees this driver, and the driver's own.
 */
public final class Packs {

  private static final List<WirePack> SERVICES = new CopyOnWriteArrayList<>();
  private static final Map<ClassLoader, Map<String, Supplier<WirePack>>> OF_CLASS_PATH =
      new WeakHashMap<>();

  private Packs() {}

  /** A framework offers a pack. Later ones count first. */
  public static void add(WirePack pack) {
    SERVICES.addFirst(pack);
  }

  /** It does so no longer; connections that are open stay. */
  public static void remove(WirePack pack) {
    SERVICES.remove(pack);
  }

  /** The pack of a URL scheme. */
  public static WirePack of(String scheme) throws SQLException {
    Optional<WirePack> service =
        SERVICES.stream().filter(pack -> pack.description().schemes().contains(scheme)).findFirst();
    if (service.isPresent()) {
      return service.get();
    }
    TreeSet<String> known = new TreeSet<>();
    SERVICES.forEach(pack -> known.addAll(pack.description().schemes()));
    for (ClassLoader loader : loaders()) {
      Map<String, Supplier<WirePack>> packs = ofClassPath(loader);
      @Nullable Supplier<WirePack> pack = packs.get(scheme);
      if (pack != null) {
        return read(pack);
      }
      known.addAll(packs.keySet());
    }
    throw JdbcProblem.NO_PACK.exception(
        "No pack answers to \"" + scheme + "\"; there are: " + String.join(", ", known),
        "Put the jar of the database's wire pack on the class path.");
  }

  private static WirePack read(Supplier<WirePack> pack) throws SQLException {
    try {
      return pack.get();
    } catch (ProblemException e) {
      throw SqlErrors.of(e);
    }
  }

  private static List<ClassLoader> loaders() {
    ClassLoader own = Packs.class.getClassLoader();
    ClassLoader asking = Thread.currentThread().getContextClassLoader();
    return asking == null || asking == own || !sees(asking) ? List.of(own) : List.of(asking, own);
  }

  private static boolean sees(ClassLoader asking) {
    try {
      return asking.loadClass(Packs.class.getName()) == Packs.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static Map<String, Supplier<WirePack>> ofClassPath(ClassLoader loader)
      throws SQLException {
    synchronized (OF_CLASS_PATH) {
      Map<String, Supplier<WirePack>> known = OF_CLASS_PATH.get(loader);
      if (known == null) {
        try {
          known = new LinkedHashMap<>();
          for (WirePackSource source : ServiceLoader.load(WirePackSource.class, loader)) {
            known.putAll(source.packs(loader));
          }
        } catch (ProblemException e) {
          throw SqlErrors.of(e);
        }
        OF_CLASS_PATH.put(loader, known);
      }
      return known;
    }
  }
}
