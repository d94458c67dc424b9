package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which views can be written, the same on each server. They are views of {@link #VIEWS}. */
interface ViewTests {

  /** Views of {@code users}: one that is written through, and one that is only read. */
  String[] VIEWS = {
    "CREATE VIEW grown AS SELECT id, name, email, age FROM users WHERE age >= 18"
        + " WITH CHECK OPTION",
    "CREATE VIEW per_role AS SELECT role, count(*) AS number FROM users GROUP BY role"
  };

  Http client();

  /** The first value of a query that another program runs. */
  String seen(String query) throws SQLException;

  @Test
  default void rowsOfAViewAreMadeChangedAndTakenAway() throws SQLException {
    Http.Answer made =
        client().post("/api/grown", "{\"name\":\"view1\",\"email\":\"v1@example.org\",\"age\":40}");
    assertEquals(201, made.status(), made::toString);
    assertEquals("40", seen("SELECT age FROM users WHERE name = 'view1'"));
    Http.Answer changed = client().patch("/api/grown?name=eq.view1", "{\"age\":41}");
    assertEquals("{\"changed\":1}", changed.body(), changed::toString);
    assertEquals("41", seen("SELECT age FROM users WHERE name = 'view1'"));
    Http.Answer gone = client().delete("/api/grown?name=eq.view1");
    assertEquals("{\"changed\":1}", gone.body(), gone::toString);
    assertEquals("0", seen("SELECT count(*) FROM users WHERE name = 'view1'"));
  }

  @Test
  default void whatAViewDoesNotShowIsNotChangedThroughIt() throws SQLException {
    client().post("/api/users", "{\"name\":\"young\",\"email\":\"y@example.org\",\"age\":7}");
    Http.Answer missed = client().patch("/api/grown?name=eq.young", "{\"age\":50}");
    assertEquals("{\"changed\":0}", missed.body(), missed::toString);
    assertProblem(
        422,
        client().post("/api/grown", "{\"name\":\"y2\",\"email\":\"y2@example.org\",\"age\":3}"));
    assertEquals("0", seen("SELECT count(*) FROM users WHERE name = 'y2'"));
    assertEquals("{\"changed\":1}", client().delete("/api/users?name=eq.young").body());
  }

  @Test
  default void aViewThatIsOnlyReadSaysSo() {
    for (String method : new String[] {"POST", "PATCH", "DELETE"}) {
      Http.Answer refused =
          client()
              .send(
                  method,
                  "/api/per_role?number=gte.0",
                  method.equals("DELETE") ? null : "{\"number\":1}");
      assertProblem(405, refused);
      assertEquals("GET, HEAD, OPTIONS", refused.header("Allow"));
    }
    assertProblem(
        400,
        client()
            .post(
                "/api", "[{\"method\":\"POST\",\"path\":\"/per_role\",\"body\":{\"number\":1}}]"));
  }

  @Test
  default void theDocumentSaysWhichViewsAreWritten() {
    JsonNode paths = OpenApi.of(client()).document().path("paths");
    for (String method : new String[] {"post", "patch", "delete"}) {
      assertTrue(paths.path("/grown").has(method), method);
      assertFalse(paths.path("/per_role").has(method), method);
    }
  }
}
