package org.sqlxos.testkit.server;

import static java.nio.file.attribute.PosixFilePermissions.fromString;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks an archive of the class path into a directory. */
record Unpacking(Archive archive, Path target) {

  private static final int EXECUTABLE_BY_OWNER = 0100;

  void run() throws IOException, ServerUnavailableException {
    URL source = Unpacking.class.getClassLoader().getResource(archive.resource());
    if (source == null) {
      throw new ServerUnavailableException(archive.resource() + " is not on the class path");
    }
    switch (archive.form()) {
      case TAR_XZ -> {
        try (InputStream in = source.openStream()) {
          unpackTar(new XZCompressorInputStream(in));
        }
      }
      case TAR_GZ -> {
        try (InputStream in = source.openStream()) {
          unpackTar(new GZIPInputStream(in, 1 << 16));
        }
      }
      case FOLDER -> unpackFolder((JarURLConnection) source.openConnection());
    }
  }

  private void unpackTar(InputStream stream) throws IOException {
    TarArchiveInputStream tar = new TarArchiveInputStream(stream);
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      Path path = resolve(entry.getName());
      if (entry.isDirectory() || !archive.wants(entry.getName())) {
        continue;
      }
      Files.createDirectories(path.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else {
        write(tar, path, (entry.getMode() & EXECUTABLE_BY_OWNER) != 0);
      }
    }
  }

  private void unpackFolder(JarURLConnection connection) throws IOException {
    // Not from the cache of the JVM: this jar is closed here.
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.isDirectory() || !entry.getName().startsWith(archive.resource())) {
          continue;
        }
        String name = entry.getName().substring(archive.resource().length());
        if (archive.wants(name)) {
          Path path = resolve(name);
          Files.createDirectories(path.getParent());
          // A jar keeps no modes.
          write(jar.getInputStream(entry), path, name.startsWith("bin/"));
        }
      }
    }
  }

  private static void write(InputStream in, Path path, boolean executable) throws IOException {
    Files.copy(in, path);
    Files.setPosixFilePermissions(path, fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private Path resolve(String name) throws IOException {
    Path path = target.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("%s: entry %s lies outside".formatted(archive.resource(), name));
    }
    return path;
  }
}
