package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String LISTING =
      """
      \tlinux-vdso.so.1 (0x00007faf4036b000)
      \tlibaio.so.1 => not found
      \tlibnuma.so.1 => not found
      \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007faf3f81e000)
      \t/lib64/ld-linux-x86-64.so.2 (0x00007faf4036d000)
      \tlibaio.so.1 => not found
      """;

  @TempDir private Path directory;

  @Test
  void findsEachMissingLibraryOnce() {
    assertEquals(List.of("libaio.so.1", "libnuma.so.1"), Machine.missingLibraries(LISTING));
  }

  @Test
  void namesTheMissingLibrariesAndTheirPackages() {
    assertEquals(
        "mysqld needs shared libraries: libaio.so.1 (Debian package libaio1), libodd.so.7",
        Machine.reason(Path.of("bin", "mysqld"), List.of("libaio.so.1", "libodd.so.7")));
  }

  @Test
  void refusesABinaryThatCannotLoadALibrary() throws IOException {
    // A real binary, made to ask for a library that nobody has.
    String java = Files.readString(JAVA, StandardCharsets.ISO_8859_1);
    Path program =
        Files.writeString(
            directory.resolve("mysqld"),
            java.replace("libjli.so", "libodd.so"),
            StandardCharsets.ISO_8859_1);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

    ServerUnavailableException unavailable =
        assertThrows(ServerUnavailableException.class, () -> Machine.requireLibraries(program));

    assertEquals("mysqld needs shared libraries: libodd.so", unavailable.getMessage());
  }

  @Test
  void isContentWithABinaryThatFindsItsLibraries() throws Exception {
    Machine.requireLibraries(JAVA);
  }
}
