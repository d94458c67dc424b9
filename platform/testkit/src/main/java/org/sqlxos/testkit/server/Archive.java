package org.sqlxos.testkit.server;

import java.util.List;

/**
 * Where a product's files are on the class path.
 *
 * @param resource name of the archive, or of the folder with a slash at its end
 * @param wanted beginnings of the names to unpack, relative to the archive or folder
 */
record Archive(String resource, Form form, List<String> wanted) {

  /** How the files are packed. */
  enum Form {
    TAR_XZ,
    TAR_GZ,
    /** As entries of the jar itself. */
    FOLDER
  }

  Archive {
    wanted = List.copyOf(wanted);
  }

  boolean wants(String name) {
    return wanted.stream().anyMatch(name::startsWith);
  }
}
