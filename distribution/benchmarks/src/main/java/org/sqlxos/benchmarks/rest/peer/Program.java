package org.sqlxos.benchmarks.rest.peer;

import java.io.IOException;
import java.nio.file.Path;
import org.sqlxos.testkit.server.TestDatabase;

/** What a contender runs. */
public interface Program {

  /** Most connections to the database that a contender opens: the product's own default. */
  int POOL = 8;

  /** Builds what is missing or older than its sources. */
  void build() throws IOException;

  /**
   * How it is started; its process is the one that serves.
   *
   * @param port where it has to listen, on 127.0.0.1
   * @param folder an empty folder of its own
   */
  ProcessBuilder command(TestDatabase database, int port, Path folder) throws IOException;

  /** Names and versions of what it is made of. */
  String versions() throws IOException;
}
