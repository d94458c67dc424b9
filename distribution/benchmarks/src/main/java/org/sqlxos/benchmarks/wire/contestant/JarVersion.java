package org.sqlxos.benchmarks.wire.contestant;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a library on the class path, read from its jar's name: what Maven resolved. */
public final class JarVersion {

  private static final Pattern VERSION = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

  private JarVersion() {}

  /** Of the artifact with this name; a question mark if it is not there. */
  public static String of(String artifact) {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .map(entry -> String.valueOf(Path.of(entry).getFileName()))
        .filter(name -> name.matches(Pattern.quote(artifact) + "-\\d.*"))
        .map(JarVersion::version)
        .findFirst()
        .orElse("?");
  }

  private static String version(String jar) {
    Matcher matcher = VERSION.matcher(jar);
    return matcher.find() ? matcher.group(1) : "?";
  }
}
