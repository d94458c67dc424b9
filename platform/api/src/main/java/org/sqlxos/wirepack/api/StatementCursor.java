package org.sqlxos.wirepack.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Cursor;

/** What came of a statement of which nothing was known: rows, or how many were changed. */
@ProviderType
public interface StatementCursor extends Cursor {

  /** The columns of the result that is read; empty if the statement returned no rows. */
  List<DescribedColumn> columns();

  /** How many rows were changed; known once the last row has been read. */
  long affectedRows();

  /**
   * The first key that the statement had the server generate; 0 if there is none, or the protocol
   * does not tell.
   */
  long generatedKey();
}
