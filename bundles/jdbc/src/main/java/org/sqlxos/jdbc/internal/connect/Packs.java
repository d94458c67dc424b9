package org.sqlxos.jdbc.internal.connect;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
  private static final Map<ClassLoader, List<WirePack>> OF_CLASS_PATH = new WeakHashMap<>();

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
    Optional<WirePack> service = find(SERVICES, scheme);
    if (service.isPresent()) {
      return service.get();
    }
    TreeSet<String> known = new TreeSet<>();
    SERVICES.forEach(pack -> known.addAll(pack.description().schemes()));
    for (ClassLoader loader : loaders()) {
      List<WirePack> packs = ofClassPath(loader);
      Optional<WirePack> pack = find(packs, scheme);
      if (pack.isPresent()) {
        return pack.get();
      }
      packs.forEach(each -> known.addAll(each.description().schemes()));
    }
    throw JdbcProblem.NO_PACK.exception(
        "No pack answers to \"" + scheme + "\"; there are: " + String.join(", ", known),
        "Put the jar of the database's wire pack on the class path.");
  }

  private static Optional<WirePack> find(List<WirePack> packs, String scheme) {
    return packs.stream().filter(pack -> pack.description().schemes().contains(scheme)).findFirst();
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

  private static List<WirePack> ofClassPath(ClassLoader loader) throws SQLException {
    synchronized (OF_CLASS_PATH) {
      List<WirePack> known = OF_CLASS_PATH.get(loader);
      if (known == null) {
        try {
          known =
              ServiceLoader.load(WirePackSource.class, loader).stream()
                  .flatMap(source -> source.get().packs(loader).stream())
                  .toList();
        } catch (ProblemException e) {
          throw SqlErrors.of(e);
        }
        OF_CLASS_PATH.put(loader, known);
      }
      return known;
    }
  }
}
