package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * Functions that each server has: {@code add_up(a, b)}, which only computes, {@code named(wanted)},
 * which reads how many users have a name, and {@code set_rank(the_code, the_rank)}, which changes a
 * label.
 */
interface FunctionTests {

  Http client();

  /** The first value of a query that another program runs. */
  String seen(String query) throws SQLException;

  @Test
  default void aValueIsComputedByReadingAndByCalling() {
    OpenApi api = OpenApi.of(client());
    Http.Answer read = client().get("/api/rpc/add_up?a=2&b=40");
    assertEquals("{\"data\":42}", read.body(), read::toString);
    api.assertDescribed("/rpc/add_up", read);
    Http.Answer called = client().post("/api/rpc/add_up", "{\"b\":-3,\"a\":2}");
    assertEquals("{\"data\":-1}", called.body(), called::toString);
    assertEquals(
        "{\"data\":null}", client().post("/api/rpc/add_up", "{\"a\":null,\"b\":1}").body());
    assertEquals("{\"data\":1}", client().get("/api/rpc/named?wanted=Ada").body());
    assertEquals(
        "{\"data\":0}", client().get("/api/rpc/named?wanted=%27%20OR%20%271%27%3D%271").body());
  }

  @Test
  default void everyWrongArgumentIsTold() {
    Http.Answer refused =
        client().post("/api/rpc/set_rank", "{\"the_code\":{\"x\":1},\"rank\":3,\"other\":1}");
    assertProblem(422, refused);
    for (String place :
        new String[] {
          "\"pointer\":\"/rank\",\"rule\":\"unknown\"",
          "\"pointer\":\"/other\",\"rule\":\"unknown\"",
          "\"pointer\":\"/the_code\",\"rule\":\"type\"",
          "\"pointer\":\"/the_rank\",\"rule\":\"required\""
        }) {
      assertTrue(refused.body().contains(place), () -> place + " in " + refused);
    }
    assertProblem(422, client().get("/api/rpc/add_up?a=x&b=1"));
    assertProblem(404, "SQLX170", client().get("/api/rpc/ad_up?a=1&b=1"));
    assertProblem(400, client().get("/api/rpc/add_up?a=1&b=1&sort=a"));
    assertProblem(400, client().post("/api/rpc/add_up", "[1,2]"));
  }

  @Test
  default void whatWritesIsCalledAndNotRead() throws SQLException {
    client().post("/api/labels", "{\"code\":\"called\",\"rank_no\":1}");
    Http.Answer done =
        client().post("/api/rpc/set_rank", "{\"the_code\":\"called\",\"the_rank\":7}");
    assertEquals(204, done.status(), done::toString);
    assertEquals("7", seen("SELECT rank_no FROM labels WHERE code = 'called'"));
    Http.Answer refused = client().get("/api/rpc/set_rank?the_code=called&the_rank=8");
    assertProblem(405, refused);
    assertEquals("POST, OPTIONS", refused.header("Allow"));
    assertEquals("7", seen("SELECT rank_no FROM labels WHERE code = 'called'"));
    client().delete("/api/labels?code=eq.called");
  }

  @Test
  default void functionsAreListed() {
    Http.Answer index = client().get("/api");
    assertTrue(
        index.body().contains("\"kind\":\"function\",\"href\":\"/api/rpc/add_up\""),
        index::toString);
    assertTrue(OpenApi.of(client()).document().path("paths").path("/rpc/set_rank").has("post"));
  }
}
