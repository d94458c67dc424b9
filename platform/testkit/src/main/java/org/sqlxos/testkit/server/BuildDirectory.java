package org.sqlxos.testkit.server;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;
import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The folder of one build, with a record, a lock and a log for each server, and the servers' own
 * folders. Its name tells the build's process, so that what a killed build has left is known.
 */
record BuildDirectory(Path path, LinuxProcess build) {

  /** Enter but not list: a server that runs as another user has to reach its own folder. */
  private static final String TRAVERSABLE = "rwx--x--x";

  /** Makes the folder if it is missing, and removes those of builds that are gone. */
  static BuildDirectory open(Path base, LinuxProcess build) throws IOException {
    Files.createDirectories(base, asFileAttribute(fromString(TRAVERSABLE)));
    requireOwn(base);
    removeLeftovers(base);
    Path path = base.resolve(prefix() + build);
    Files.createDirectories(path, asFileAttribute(fromString(TRAVERSABLE)));
    return new BuildDirectory(path, build);
  }

  Path record(DatabaseServer kind) {
    return path.resolve(kind.key() + ".properties");
  }

  Path lock(DatabaseServer kind) {
    return path.resolve(kind.key() + ".lock");
  }

  Layout newServer(DatabaseServer kind) throws IOException {
    Layout layout =
        new Layout(
            Files.createTempDirectory(
                path, kind.key() + "-", asFileAttribute(fromString(TRAVERSABLE))));
    Files.createDirectory(layout.home());
    Files.createDirectory(layout.run(), asFileAttribute(fromString("rwx------")));
    return layout;
  }

  /** Removes the folder when the build has ended and no server is left in it. */
  static void deleteIfUnused(Path path) throws IOException {
    if (!buildOf(path).isAlive() && !hasFolders(path)) {
      FileTree.delete(path);
    }
  }

  private static void removeLeftovers(Path base) throws IOException {
    try (DirectoryStream<Path> builds = Files.newDirectoryStream(base, prefix() + "*")) {
      for (Path other : builds) {
        if (!buildOf(other).isAlive()) {
          killServers(other);
          FileTree.delete(other);
        }
      }
    } catch (NoSuchFileException | DirectoryIteratorException removedMeanwhile) {
      // By its keeper, or by another build that begins; the next build looks again.
    }
  }

  /** Only a killed keeper leaves a server; the record in our own folder says that it is ours. */
  private static void killServers(Path path) throws IOException {
    try (DirectoryStream<Path> servers = Files.newDirectoryStream(path, Files::isDirectory)) {
      for (Path server : servers) {
        Path process = new Layout(server).serverProcess();
        if (Files.exists(process)) {
          LinuxProcess.parse(Files.readString(process)).kill();
        }
      }
    }
  }

  /**
   * Begins the names of the folders whose processes this one can see: containers that share a
   * folder for temporary files do not see each other's.
   */
  static String prefix() throws IOException {
    String namespace = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    return "build-" + namespace.replaceAll("[^0-9]", "") + "-";
  }

  private static LinuxProcess buildOf(Path path) throws IOException {
    return LinuxProcess.parse(path.getFileName().toString().substring(prefix().length()));
  }

  private static boolean hasFolders(Path path) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(path, Files::isDirectory)) {
      return folders.iterator().hasNext();
    }
  }

  /** In a folder for everybody's temporary files another user could have made it before us. */
  private static void requireOwn(Path base) throws IOException {
    Object owner = Files.getAttribute(base, "unix:uid", NOFOLLOW_LINKS);
    boolean own = Objects.equals(owner, Machine.userId());
    if (!own || !Files.isDirectory(base, NOFOLLOW_LINKS)) {
      throw new IOException("%s belongs to user %s, not to this one".formatted(base, owner));
    }
  }
}
