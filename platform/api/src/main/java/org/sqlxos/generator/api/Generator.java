package org.sqlxos.generator.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.catalog.api.CatalogSnapshot;

/**
 * Writes an application in one language, an OSGi service with the service property {@link
 * #LANGUAGE}. Most of it is templates.
 */
@ConsumerType
public interface Generator {

  /** Service property: what {@code sqlx init --lang} selects, a {@code String} in lower case. */
  String LANGUAGE = "sqlx.language";

  /** The options it understands: name to meaning. */
  Map<String, String> options();

  /**
   * Writes the application. The same input gives the same files, byte by byte.
   *
   * @param options values by the names of {@link #options()}
   * @return the files, sorted by path
   * @throws org.sqlxos.problem.api.ProblemException for an unknown option or a wrong value
   */
  List<GeneratedFile> generate(CatalogSnapshot catalog, Map<String, String> options);

  /**
   * A file.
   *
   * @param path relative, with {@code /}, never leaving the application's folder
   * @param executable whether it can be run as a command
   */
  record GeneratedFile(String path, String content, boolean executable) {
    public GeneratedFile {
      if (path.startsWith("/") || List.of(path.split("/")).contains("..")) {
        throw new IllegalArgumentException("\"" + path + "\" leaves the application's folder");
      }
    }
  }
}
