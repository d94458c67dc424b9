package org.sqlxos.runtime.internal.framework;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.start.api.StartProblem;

/**
 * The bundles of the product: one subfolder a start level, {@code NN-what-it-holds}. Lower levels
 * start first and stop last.
 *
 * @param levels the jars by start level
 */
record BundleFolder(Map<Integer, List<Path>> levels) {

  private static final Pattern LEVEL = Pattern.compile("(\\d{2})-.+");

  static BundleFolder of(Path folder) {
    Map<Integer, List<Path>> levels = new TreeMap<>();
    try (DirectoryStream<Path> subfolders = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path subfolder : subfolders) {
        Matcher name = LEVEL.matcher(subfolder.getFileName().toString());
        if (name.matches()) {
          levels.put(Integer.parseInt(name.group(1)), jars(subfolder));
        }
      }
    } catch (IOException e) {
      throw StartProblem.BUNDLES_MISSING.problem(
          "The folder of bundles \"" + folder + "\" cannot be read.");
    }
    if (levels.isEmpty()) {
      throw StartProblem.BUNDLES_MISSING.problem(
          "\"" + folder + "\" holds no bundles: folders such as 10-libraries are expected in it.");
    }
    return new BundleFolder(levels);
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
      files.forEach(jars::add);
    }
    jars.sort(null);
    return jars;
  }

  Collection<Path> all() {
    return levels.values().stream().flatMap(List::stream).toList();
  }

  int highestLevel() {
    return levels.keySet().stream().mapToInt(Integer::intValue).max().orElse(1);
  }
}
