package org.sqlxos.rest.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Constants;
import org.sqlxos.admission.api.View;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.rest.internal.catalog.Catalogs;

/** Catalogs that come and go. */
final class LiveCatalogsTest {

  private final LiveCatalogs catalogs = new LiveCatalogs();
  private final CatalogSnapshot older = Catalogs.blog();
  private final CatalogSnapshot newer = Catalogs.blog();
  private final LiveCatalog olderService = () -> older;
  private final LiveCatalog newerService = () -> newer;

  @Test
  void keepsServingWhileACatalogIsReplaced() {
    catalogs.add(olderService, properties(1, 0));
    catalogs.add(newerService, properties(2, 0));
    assertServes(newer);

    catalogs.remove(olderService, properties(1, 0));
    assertServes(newer);
  }

  @Test
  void goesBackToTheOlderOneWhenTheNewerGoes() {
    catalogs.add(olderService, properties(1, 0));
    catalogs.add(newerService, properties(2, 0));

    catalogs.remove(newerService, properties(2, 0));

    assertServes(older);
  }

  @Test
  void prefersTheHigherRankingWhateverTheOrder() {
    catalogs.add(newerService, properties(1, 10));
    catalogs.add(olderService, properties(2, 5));

    assertServes(newer);
  }

  @Test
  void takesAServiceAwayWhosePropertiesChanged() {
    catalogs.add(olderService, properties(1, 0));

    catalogs.remove(olderService, properties(1, 7));

    assertEquals(Set.of(), catalogs.snapshots(View.WHOLE).keySet());
  }

  @Test
  void keepsDatabasesOfDifferentNamesApart() {
    catalogs.add(olderService, properties(1, 0));
    catalogs.add(() -> Catalogs.blog("news"), Map.of(Constants.SERVICE_ID, 2L));

    assertEquals(Set.of("blog", "news"), catalogs.snapshots(View.WHOLE).keySet());
    assertSame(older, catalogs.snapshots(View.WHOLE).get("blog"));
  }

  private void assertServes(CatalogSnapshot expected) {
    assertEquals(Set.of("blog"), catalogs.snapshots(View.WHOLE).keySet());
    assertSame(expected, catalogs.snapshots(View.WHOLE).get("blog"));
  }

  private static Map<String, Object> properties(long id, int ranking) {
    return Map.of(
        LiveCatalog.DATABASE, "blog", Constants.SERVICE_ID, id, Constants.SERVICE_RANKING, ranking);
  }
}
