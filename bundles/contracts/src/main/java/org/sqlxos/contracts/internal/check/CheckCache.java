package org.sqlxos.contracts.internal.check;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;

/** Compiled checks, kept for the newest schema of each database. */
public final class CheckCache {

  private record Compiled(String fingerprint, ConcurrentMap<RelationName, TableChecks> tables) {}

  private final ConcurrentMap<String, Compiled> databases = new ConcurrentHashMap<>();

  /** The checks of a table, compiled the first time that they are asked for. */
  public TableChecks of(CatalogSnapshot catalog, Table table) {
    String database = catalog.database().name();
    Compiled compiled = databases.get(database);
    if (compiled == null || !compiled.fingerprint().equals(catalog.fingerprint())) {
      compiled = new Compiled(catalog.fingerprint(), new ConcurrentHashMap<>());
      databases.put(database, compiled);
    }
    return compiled.tables().computeIfAbsent(table.name(), ignored -> new TableChecks(table));
  }
}
