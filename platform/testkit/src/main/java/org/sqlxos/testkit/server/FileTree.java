package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Removes directories with all they hold; links are removed, not followed. */
final class FileTree {

  /** How long the last processes of a killed server may go on writing. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

  private FileTree() {}

  /** Removes the tree, or what other processes that do the same have left of it. */
  static void delete(Path root) throws IOException {
    long start = System.nanoTime();
    while (true) {
      try {
        deleteOnce(root);
        return;
      } catch (DirectoryNotEmptyException writtenTo) {
        if (System.nanoTime() - start > LIMIT.toNanos()) {
          throw writtenTo;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static void deleteOnce(Path root) throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (Files.exists(file)) {
              throw failure;
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
