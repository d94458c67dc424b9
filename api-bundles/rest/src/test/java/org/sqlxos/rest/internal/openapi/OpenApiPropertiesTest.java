package org.sqlxos.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.Site;

/** Any database has a valid document. */
final class OpenApiPropertiesTest {

  @Property(tries = 60)
  void isValidWhateverTheNamesAndTypes(@ForAll("catalogs") CatalogSnapshot catalog) {
    Site site = new Site("/api/any", catalog);

    JsonNode document =
        OpenApiValidation.requireValid(new OpenApiDocuments(RequestLimits.DEFAULT).of(site));

    List<String> ids = document.findValuesAsText("operationId");
    assertEquals(new HashSet<>(ids).size(), ids.size(), ids.toString());
  }

  @Property
  void escapesDistinctNamesDistinctly(@ForAll("names") Set<String> names) {
    Set<String> components = new HashSet<>();
    for (String name : names) {
      components.add(ComponentNames.row(name));
      components.add(ComponentNames.insert(name));
      components.add(ComponentNames.replace(name));
      components.add(ComponentNames.patch(name));
    }
    assertEquals(4 * names.size(), components.size());
    assertEquals(
        List.of(), components.stream().filter(name -> !name.matches("[A-Za-z0-9._-]+")).toList());
  }

  @Provide
  Arbitrary<CatalogSnapshot> catalogs() {
    return GeneratedCatalogs.catalogs();
  }

  @Provide
  Arbitrary<Set<String>> names() {
    return GeneratedCatalogs.names().set().ofMinSize(2).ofMaxSize(8);
  }
}
