package org.sqlxos.benchmarks.wire.contestant;

import org.sqlxos.benchmarks.wire.work.Case;
import org.sqlxos.benchmarks.wire.work.Work;

/** A client of the database, used as its manual says and with the settings that suit it best. */
public interface Contestant extends AutoCloseable {

  /** Connects as the case needs it. The caller closes the work before the contestant. */
  Work prepare(Case benchmark) throws Exception;
}
