package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what the guide to drivers says: the jar into the folder, the URL, then its commands. */
class DriversGuideIT {

  private static final Path GUIDE = Path.of("../../docs/guides/drivers.md");
  private static final Pattern URL = Pattern.compile("--database='(jdbc:[^']+)'");

  @TempDir private static Path folder;

  @Test
  void everyCommandPrintsWhatTheGuideSays() throws Exception {
    Matcher url = URL.matcher(Files.readString(GUIDE));
    assertTrue(url.find(), "the guide names a database");
    // The file belongs into the test's own folder.
    String database = url.group(1).replace("./", folder + "/");
    try (Product product =
        Product.servingUrl(database, List.of(DriverRest.jarOf(org.h2.Driver.class)))) {
      GuideIT.type(GUIDE, product);
    }
  }
}
