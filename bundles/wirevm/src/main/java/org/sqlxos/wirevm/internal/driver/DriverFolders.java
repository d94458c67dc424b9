package org.sqlxos.wirevm.internal.driver;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

/**
 * Vendors' drivers that lie in folders: each jar by itself, and each folder of jars together, has a
 * class loader of its own, so that no driver sees another one's libraries. The folders are looked
 * at whenever a connection is made: a jar that is put there is used from then on, one that is
 * replaced by the connections that come after.
 */
public final class DriverFolders implements DriverSource {

  private final List<Path> folders;
  private final Map<Path, DriverJars> known = new HashMap<>();

  /**
   * @param folders the first one is where new drivers are said to belong
   */
  public DriverFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  @Override
  public Driver driver(DriverSettings settings, String url) {
    List<DriverJars> entries = entries();
    Optional<Driver> found =
        settings
            .driver()
            .map(name -> entries.stream().flatMap(jars -> jars.named(name).stream()).findFirst())
            .orElseGet(
                () -> entries.stream().flatMap(jars -> jars.knowing(url).stream()).findFirst());
    return found.orElseThrow(() -> missing(settings, url));
  }

  private synchronized List<DriverJars> entries() {
    Map<Path, DriverJars> there = new HashMap<>();
    List<DriverJars> inOrder = new ArrayList<>();
    for (Path folder : folders) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          Optional<DriverJars> jars = DriverJars.of(entry);
          if (jars.isPresent()) {
            DriverJars before = known.get(entry);
            DriverJars current = jars.get().sameFiles(before) ? before : jars.get();
            there.put(entry, current);
            inOrder.add(current);
          }
        }
      } catch (NoSuchFileException e) {
        continue;
      } catch (IOException e) {
        throw new ProblemException(
            Problem.of(
                WireProblem.DRIVER_UNUSABLE, "The folder \"%s\" cannot be read".formatted(folder)),
            e);
      }
    }
    // What is gone stays loaded for as long as a connection of it is open.
    known.clear();
    known.putAll(there);
    return inOrder;
  }

  private ProblemException missing(DriverSettings settings, String url) {
    String places =
        folders.stream().map(folder -> "\"" + folder + "\"").collect(Collectors.joining(" or "));
    String vendor = url.replaceFirst("^(jdbc:[^:]*:).*$", "$1");
    String what = settings.driver().map(name -> "has the driver " + name).orElse("knows " + vendor);
    String get =
        settings
            .artifact()
            .map(artifact -> "the driver's jar (Maven: " + artifact + ")")
            .orElse("the vendor's JDBC driver for " + vendor);
    return DriverProblem.DRIVER_MISSING.problem(
        "No jar in %s %s".formatted(places, what),
        "Get %s and put it into \"%s\"; a driver of several jars into a folder of its own in there. No restart is needed."
            .formatted(get, folders.getFirst()));
  }
}
