package org.sqlxos.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server needs of the machine it runs on. */
final class Machine {

  /** Where Debian and Ubuntu have the libraries that are known to be missing at times. */
  private static final Map<String, String> DEBIAN_PACKAGES =
      Map.of(
          "libaio.so.1", "libaio1",
          "libnuma.so.1", "libnuma1",
          "libcrypt.so.1", "libcrypt1",
          "libsystemd.so.0", "libsystemd0",
          "libstdc++.so.6", "libstdc++6");

  private Machine() {}

  static void requireLinuxOnAmd64() throws ServerUnavailableException {
    String system = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    if (!system.equals("Linux on amd64")) {
      throw new ServerUnavailableException(
          "The servers' binaries are for Linux on amd64, this machine is " + system);
    }
  }

  static Object userId() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isRoot() {
    return userId().equals(0);
  }

  /**
   * Checks that a binary finds its shared libraries, all of them at once.
   *
   * @throws ServerUnavailableException naming those that are missing
   */
  static void requireLibraries(Path executable) throws IOException, ServerUnavailableException {
    // With this variable the dynamic loader lists the libraries and ends; it is what ldd does.
    ProcessBuilder builder = new ProcessBuilder(executable.toString()).redirectErrorStream(true);
    builder.environment().put("LD_TRACE_LOADED_OBJECTS", "1");
    String output =
        new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> missing = missingLibraries(output);
    if (!missing.isEmpty()) {
      throw new ServerUnavailableException(reason(executable, missing));
    }
  }

  /** Reads the listing of the dynamic loader. */
  static List<String> missingLibraries(String listing) {
    return listing
        .lines()
        .filter(line -> line.endsWith("=> not found"))
        .map(line -> line.substring(0, line.indexOf("=>")).strip())
        .distinct()
        .toList();
  }

  /** Tells which libraries are missing and where Debian has them. */
  static String reason(Path executable, List<String> missing) {
    String libraries = missing.stream().map(Machine::withPackage).collect(Collectors.joining(", "));
    return "%s needs shared libraries: %s".formatted(executable.getFileName(), libraries);
  }

  private static String withPackage(String library) {
    String debianPackage = DEBIAN_PACKAGES.get(library);
    return debianPackage == null
        ? library
        : "%s (Debian package %s)".formatted(library, debianPackage);
  }
}
