package org.sqlxos.wirevm.internal.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

class PackInheritanceTest {

  private static final String BASE =
      """
      {"name": "base", "product": "Base", "schemes": ["base"], "limits": {"decimalDigits": 15},
       "wire": {"port": 1, "options": ["a", "b"], "types": [{"code": 1}], "operations": {"copy": {}}},
       "types": [{"native": "a"}], "errors": [{"code": 1}]}
      """;

  private static JsonNode merge(String difference) throws Exception {
    return PackInheritance.merge(
        PackFiles.MAPPER.readTree(
            "{\"extends\": \"base\", \"name\": \"own\", \"product\": \"Own\", \"schemes\":"
                + " [\"own\"]"
                + difference
                + "}"),
        PackFiles.MAPPER.readTree(BASE));
  }

  @Test
  void whatIsNotNamedStaysAndWhatIsNamedReplacesIt() throws Exception {
    JsonNode merged = merge(", \"wire\": {\"port\": 2, \"options\": [\"c\"]}");
    assertEquals("own", merged.get("name").textValue());
    assertEquals("[\"own\"]", merged.get("schemes").toString());
    assertEquals(15, merged.at("/limits/decimalDigits").intValue());
    assertEquals(2, merged.at("/wire/port").intValue());
    assertEquals("[\"c\"]", merged.at("/wire/options").toString());
    assertEquals(false, merged.has("extends"));
  }

  @Test
  void nullTakesAKeyAway() throws Exception {
    JsonNode merged = merge(", \"wire\": {\"operations\": {\"copy\": null}}, \"limits\": null");
    assertEquals("{}", merged.at("/wire/operations").toString());
    assertEquals(false, merged.has("limits"));
  }

  @Test
  void rowsOfTablesWhoseFirstFittingRowCountsComeBeforeTheInheritedOnes() throws Exception {
    JsonNode merged =
        merge(
            ", \"types\": [{\"native\": \"b\"}], \"errors\": [{\"code\": 2}],"
                + " \"wire\": {\"types\": [{\"code\": 2}]}");
    assertEquals("[{\"native\":\"b\"},{\"native\":\"a\"}]", merged.get("types").toString());
    assertEquals("[{\"code\":2},{\"code\":1}]", merged.get("errors").toString());
    assertEquals("[{\"code\":2},{\"code\":1}]", merged.at("/wire/types").toString());
  }

  @Test
  void eachPackHasANameAProductAndSchemesOfItsOwn() throws Exception {
    PackFaults refused =
        assertThrows(
            PackFaults.class,
            () ->
                PackInheritance.merge(
                    PackFiles.MAPPER.readTree("{\"extends\": \"base\"}"),
                    PackFiles.MAPPER.readTree(BASE)));
    assertEquals(
        List.of("$.name", "$.product", "$.schemes"),
        refused.faults().stream().map(PackFault::path).toList());
  }
}
