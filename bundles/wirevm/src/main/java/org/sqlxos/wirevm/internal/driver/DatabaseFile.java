package org.sqlxos.wirevm.internal.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * The file behind a URL. What follows the scheme is a path, relative to the process, or {@code
 * //path} as other programs write it. Only the absolute path goes to the driver, so that nothing in
 * it has a special meaning there.
 *
 * @param key what tells this file from another one that is put in its place; null where the file
 *     system has no such thing
 */
record DatabaseFile(Path path, @Nullable Object key) {

  static DatabaseFile of(ConnectionUrl url) {
    String rest = url.rest().startsWith("//") ? url.rest().substring(2) : url.rest();
    if (rest.indexOf('?') >= 0) {
      throw WireProblem.URL_REFUSED.problem(
          "\"%s\" takes no parameters".formatted(url), "Leave out the question mark and the rest.");
    }
    Path path = absolute(rest, url);
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw WireProblem.NOT_A_DATABASE.problem(
            "\"%s\" is a directory".formatted(path), "Name the database file inside it.");
      }
      if (!Files.isReadable(path)) {
        throw WireProblem.NO_PERMISSION.problem(
            "\"%s\" must not be read by this user".formatted(path),
            "Give the user who runs this process the right to read the file.");
      }
      return new DatabaseFile(path, attributes.fileKey());
    } catch (NoSuchFileException e) {
      throw WireProblem.FILE_MISSING.problem(
          "There is no file \"%s\"".formatted(path),
          "A file is opened, never created: check the path, which is relative to where the process"
              + " was started.");
    } catch (IOException e) {
      throw WireProblem.CANNOT_OPEN.problem(
          "\"%s\" cannot be looked at: %s".formatted(path, e.getClass().getSimpleName()),
          "Check the path and the rights on the directories that lead to it.");
    }
  }

  private static Path absolute(String rest, ConnectionUrl url) {
    try {
      return Path.of(rest).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw WireProblem.URL_REFUSED.problem(
          "\"%s\" is no path: %s".formatted(url, e.getReason()), "Name an existing file.");
    }
  }

  String absolutePath() {
    return path.toString();
  }

  /** Whether the path still leads to the same file. */
  boolean same() {
    try {
      return Objects.equals(key, Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return false;
    }
  }
}
