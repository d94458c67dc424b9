package org.sqlxos.admin.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.admin.internal.answer.AdminProblem;
import org.sqlxos.problem.api.ProblemException;

final class TokenFileTest {

  @TempDir Path directory;

  @Test
  void createsATokenThatOnlyItsOwnerCanRead() throws Exception {
    Path path = directory.resolve("data/admin.token");
    String token = new TokenFile(path).token();
    assertEquals(32, Base64.getUrlDecoder().decode(token).length);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
  }

  @Test
  void keepsItsToken() {
    Path path = directory.resolve("admin.token");
    String token = new TokenFile(path).token();
    assertEquals(token, new TokenFile(path).token());
    assertNotEquals(token, new TokenFile(directory.resolve("other.token")).token());
  }

  @Test
  void refusesAFileThatOthersCanRead() throws Exception {
    Path path = directory.resolve("admin.token");
    new TokenFile(path).token();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    assertRefused(path, "others");
  }

  @Test
  void refusesATokenThatIsNoSecret() throws Exception {
    Path path = directory.resolve("admin.token");
    Files.writeString(path, "secret");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    assertRefused(path, "6 characters");
  }

  @Test
  void refusesAFileThatIsNoTokenFile() throws Exception {
    Path path = directory.resolve("admin.token");
    Files.write(path, new byte[5000]);
    assertRefused(path, "too long");
  }

  private static void assertRefused(Path path, String reason) {
    TokenFile file = new TokenFile(path);
    ProblemException refused = assertThrows(ProblemException.class, file::token);
    assertEquals(AdminProblem.TOKEN_FILE, refused.problem().code());
    assertTrue(refused.problem().detail().contains(reason), refused.problem()::detail);
  }
}
