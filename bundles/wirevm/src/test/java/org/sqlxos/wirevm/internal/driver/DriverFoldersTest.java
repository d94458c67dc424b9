package org.sqlxos.wirevm.internal.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Driver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.pack.DriverSettings;

class DriverFoldersTest {

  private static final String URL = "jdbc:lantern:somewhere";

  @TempDir private Path data;
  private Path own;
  private DriverFolders folders;

  @BeforeEach
  void look() {
    own = data.resolve("drivers");
    folders = new DriverFolders(List.of(own, data.resolve("product")));
  }

  private static DriverSettings settings(Optional<String> driver) {
    return new DriverSettings(
        driver,
        "jdbc:lantern:${rest}",
        false,
        0,
        Map.of(),
        List.of(),
        Optional.of("org.example:lantern"),
        Optional.empty());
  }

  private static DriverSettings named() {
    return settings(Optional.of(LanternDriver.class.getName()));
  }

  private static void writeJar(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    String name = LanternDriver.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        InputStream content = LanternDriver.class.getClassLoader().getResourceAsStream(name)) {
      entries.putNextEntry(new ZipEntry(name));
      content.transferTo(entries);
      entries.putNextEntry(new ZipEntry("META-INF/services/java.sql.Driver"));
      entries.write(LanternDriver.class.getName().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aMissingDriverIsToldWithWhatToGetAndWhereToPutIt() {
    Problem problem =
        assertThrows(ProblemException.class, () -> folders.driver(named(), URL)).problem();
    assertEquals("SQLX700", problem.code().code());
    assertTrue(problem.detail().contains(LanternDriver.class.getName()), problem::detail);
    String hint = problem.hint().orElseThrow();
    assertTrue(hint.contains("org.example:lantern") && hint.contains(own.toString()), hint);
  }

  @Test
  void aJarThatIsPutThereIsUsedFromThenOn() throws Exception {
    assertThrows(ProblemException.class, () -> folders.driver(named(), URL));
    writeJar(own.resolve("lantern.jar"));
    Driver driver = folders.driver(named(), URL);
    assertEquals(LanternDriver.class.getName(), driver.getClass().getName());
    assertNotSame(LanternDriver.class, driver.getClass());
    assertSame(driver, folders.driver(named(), URL));
  }

  @Test
  void aDriverIsFoundByTheUrlThatItTakesInAFolderOfItsOwn() throws Exception {
    writeJar(data.resolve("product/lantern/lantern.jar"));
    DriverSettings any = settings(Optional.empty());
    assertEquals(LanternDriver.class.getName(), folders.driver(any, URL).getClass().getName());
    Problem problem =
        assertThrows(ProblemException.class, () -> folders.driver(any, "jdbc:torch:x")).problem();
    assertTrue(problem.detail().contains("jdbc:torch:"), problem::detail);
  }

  @Test
  void aReplacedJarIsLoadedAnew() throws Exception {
    Path jar = own.resolve("lantern.jar");
    writeJar(jar);
    Driver before = folders.driver(named(), URL);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));
    assertNotEquals(before.getClass(), folders.driver(named(), URL).getClass());
  }

  @Test
  void whatIsNoDriverIsToldToBeUnusable() throws Exception {
    Files.createDirectories(own);
    Files.writeString(own.resolve("readme.txt"), "not a jar");
    Files.writeString(own.resolve("broken.jar"), "not a jar either");
    assertThrows(ProblemException.class, () -> folders.driver(named(), URL));
  }
}
