package org.sqlxos.security.internal.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;

/** A policy with what came of it for the roles and catalogs that were asked for last. */
public final class PolicyStore {

  private static final int MOST_KEPT = 256;

  private final Policy policy;
  private final Map<Key, Access> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Access> eldest) {
          return size() > MOST_KEPT;
        }
      };

  public PolicyStore(Policy policy) {
    this.policy = policy;
  }

  public Policy policy() {
    return policy;
  }

  /**
   * What roles may do with a catalog.
   *
   * @param known roles of the policy, see {@link Policy#known}
   */
  public Access access(Set<String> known, CatalogSnapshot catalog) {
    CatalogSnapshot whole = catalog.whole();
    Key key = new Key(whole.database().name(), whole.fingerprint(), known);
    synchronized (kept) {
      if (!kept.containsKey(key)) {
        // What a schema was before is not worth the memory that it takes.
        kept.keySet().removeIf(key::replaces);
      }
      return kept.computeIfAbsent(key, ignored -> Access.of(policy, known, whole));
    }
  }

  private record Key(String database, String fingerprint, Set<String> roles) {
    boolean replaces(Key older) {
      return database.equals(older.database) && !fingerprint.equals(older.fingerprint);
    }
  }
}
