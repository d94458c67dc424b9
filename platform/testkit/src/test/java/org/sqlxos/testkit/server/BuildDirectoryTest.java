package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDirectoryTest {

  @TempDir private Path parent;

  @Test
  void givesEachBuildItsOwnAndTheSameEachTime() throws IOException {
    LinuxProcess build = LinuxProcess.current();

    BuildDirectory directory = BuildDirectory.open(base(), build);

    assertEquals(directory, BuildDirectory.open(base(), build));
    assertEquals(BuildDirectory.prefix() + build, directory.path().getFileName().toString());
  }

  @Test
  void removesWhatBuildsThatAreGoneHaveLeft() throws IOException {
    Path gone =
        Files.createDirectories(base().resolve(BuildDirectory.prefix() + "1-9223372036854775807"));
    Files.writeString(gone.resolve("mysql.properties"), "port=1");

    BuildDirectory.open(base(), LinuxProcess.current());

    assertFalse(Files.exists(gone));
  }

  @Test
  void isNotRemovedWhileItsBuildLives() throws IOException {
    BuildDirectory directory = BuildDirectory.open(base(), LinuxProcess.current());

    BuildDirectory.deleteIfUnused(directory.path());

    assertTrue(Files.exists(directory.path()));
  }

  @Test
  void letsNobodyElseListIt() throws IOException {
    BuildDirectory directory = BuildDirectory.open(base(), LinuxProcess.current());
    Layout layout = directory.newServer(DatabaseServer.MYSQL);

    assertEquals("rwx--x--x", permissions(directory.path()));
    assertEquals("rwx------", permissions(layout.run()));
  }

  @Test
  void refusesALinkThatAnotherUserMayHavePutThere() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createSymbolicLink(base(), elsewhere);

    assertThrows(IOException.class, () -> BuildDirectory.open(base(), LinuxProcess.current()));
  }

  private Path base() {
    return parent.resolve("base");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }
}
