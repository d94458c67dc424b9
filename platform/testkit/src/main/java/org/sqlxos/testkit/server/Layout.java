package org.sqlxos.testkit.server;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the files of one server lie.
 *
 * @param directory made for this server alone; a new start takes a new one
 */
record Layout(Path directory) {

  /** The unpacked product. */
  Path home() {
    return directory.resolve("home");
  }

  /** Working directory of the server: what it may write. */
  Path run() {
    return directory.resolve("run");
  }

  /** The server's data, made when it is initialised. */
  Path data() {
    return run().resolve("data");
  }

  /** The authority of this server's certificate, and that; where it has any. */
  Path tls() {
    return directory.resolve("tls");
  }

  /** The keeper writes the server's process here. */
  Path serverProcess() {
    return directory.resolve("server.process");
  }

  /** What the server says; beside the directory, for it is wanted most when that is gone. */
  Path log() {
    return directory.resolveSibling(directory.getFileName() + ".log");
  }

  /** The directory of the build. */
  Path buildDirectory() {
    return Objects.requireNonNull(directory.getParent(), "the directory is one of a build");
  }
}
