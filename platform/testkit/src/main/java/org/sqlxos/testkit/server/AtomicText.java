package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes small files that other processes read: whole or not at all, and for this user only. */
final class AtomicText {

  private AtomicText() {}

  static void write(Path file, String text) throws IOException {
    // Made with mode 0600.
    Path temporary = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    Files.writeString(temporary, text);
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
