package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables and columns whose names are words of SQL, have odd characters, or look like an attack. */
@ExtendWith(Library.class)
class RestNamesIT {

  private static final String INJECTION = "from; DROP TABLE users --";

  @ParameterizedTest
  @ValueSource(strings = {"select", "Größe", "a b", "page", "x.y", "quo\"te", "%2F", INJECTION})
  void aColumnOfAnyNameIsWrittenFilteredSortedAndSelected(String column, Http http) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    boolean number = column.equals("select") || column.equals("page");
    if (number) {
      row.put(column, 4711);
    } else {
      row.put(column, "the value");
    }
    Http.Answer created = http.post("/api/order", row.toString());
    assertEquals(201, created.status(), created::toString);

    String quoted = '"' + column.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    String query =
        "?and="
            + Http.encode("(" + quoted + ".eq." + (number ? "4711" : "the value") + ")")
            + "&sort="
            + Http.encode("-" + quoted)
            + "&select="
            + Http.encode(quoted);
    Http.Answer found = http.get("/api/order" + query);

    assertEquals(200, found.status(), found::toString);
    assertEquals(1, found.json().at("/data").size(), found::toString);
    assertEquals(row, found.json().at("/data/0"));
    Http.Answer patched = http.patch(created.header("Location"), row.toString());
    assertEquals(200, patched.status(), patched::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Größe", "a b", "x.y", "quo\"te", "%2F", INJECTION})
  void aColumnOfAnyNameIsAParameter(String column, Http http) {
    Http.Answer found = http.get("/api/order?" + Http.encode(column) + "=is.notnull");

    assertEquals(200, found.status(), found::toString);
    assertTrue(found.json().at("/pagination/total").asInt() >= 1, found::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"order", "Größe", "a b", "select"})
  void aTableOfAnyNameIsServed(String table, Http http) {
    String path = "/api/" + Http.encode(table);
    Http.Answer list = http.get(path);

    assertEquals(200, list.status(), list::toString);
    assertTrue(list.json().at("/data").size() >= 1);
    JsonNode document = http.get("/api/openapi.json").json();
    assertTrue(
        document.at("/paths").has("/" + Http.encode(table))
            || document.at("/paths").has("/" + table),
        () -> document.at("/paths").toString());
  }

  @Test
  void rowsOfOddTablesAreReadCreatedAndDeleted(Http http) {
    Http.Answer created =
        http.post("/api/a%20b", "{\"group by\":\"it's; a \\\"key\\\" -- /* x */\",\"it's\":\"'\"}");
    assertEquals(201, created.status(), created::toString);
    assertEquals("'", http.get(created.header("Location")).json().at("/data/it's").asText());
    assertEquals(204, http.delete(created.header("Location")).status());

    Http.Answer owl =
        http.get("/api/Gr%C3%B6%C3%9Fe?na%C3%AFve%20%E5%90%8D%E5%89%8D%20%F0%9F%A6%89=eq.owl");
    assertEquals(1, owl.json().at("/data").size(), owl::toString);
  }

  @Test
  void relationshipsOfOddTablesLeadBothWays(Http http) {
    assertEquals(
        1, http.get("/api/Gr%C3%B6%C3%9Fe/1/order_by_order").json().at("/data/select").asInt());
    assertEquals(
        1, http.get("/api/order/1/Gr%C3%B6%C3%9Fe_by_order").json().at("/data/0/id").asInt());
  }
}
