package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;

/**
 * Whatever a caller writes for a value, the server sees the statements that it sees for a harmless
 * one: its own log is asked.
 */
class InjectionLogIT {

  /** What stands around a payload that is meant to end a literal, a comment or a list. */
  private static final List<String> AROUND =
      List.of("%s", "'%s", "x'%s'--", "\"%s\"", "\\%s", "%%27%s", "{\"a\":\"%s\"}");

  private int id = 100;

  @Test
  void noValueBecomesAPartOfAStatement() throws IOException, SQLException {
    try (PrivateServer server = PrivateServer.start(DatabaseServer.MYSQL)) {
      server.ask("CREATE DATABASE related");
      URI url = URI.create(server.url());
      String[] login = url.getUserInfo().split(":", 2);
      String jdbc =
          "jdbc:mysql://127.0.0.1:%d/related?sslMode=DISABLED&allowPublicKeyRetrieval=true"
              .formatted(server.port());
      try (Connection connection = DriverManager.getConnection(jdbc, login[0], login[1])) {
        Sql.execute(connection, RelatedSchema.statements());
        Sql.execute(connection, Articles.onMysql());
        server.ask("SET GLOBAL log_output = 'TABLE'");
        server.ask("SET GLOBAL general_log = 'ON'");
        String database = server.url().replaceFirst("/mysql(?=[?]|$)", "/related");
        try (Product product = Product.servingUrl(database)) {
          places.forEach(place -> place.accept(product.http(), "harmless"));
          Set<String> compiled = statements(connection);
          assertTrue(compiled.size() >= 10, compiled::toString);

          List<String> payloads = payloads();
          assertTrue(payloads.size() >= 500, payloads.size() + " payloads");
          // Each payload stands in two places, each place has a hundred of them.
          for (int i = 0; i < payloads.size(); i++) {
            places.get(i % places.size()).accept(product.http(), payloads.get(i));
            places.get((i + 4) % places.size()).accept(product.http(), payloads.get(i));
          }

          Set<String> others = statements(connection);
          others.removeAll(compiled);
          assertEquals(Set.of(), others);
        }
        assertEquals("3", server.ask("SELECT COUNT(*) FROM related.users"));
      }
    }
  }

  /** The places where a value can stand. */
  private final List<BiConsumer<Http, String>> places =
      List.of(
          (http, payload) -> list(http, "posts?title=", "eq." + payload),
          (http, payload) -> list(http, "posts?title=", "ilike." + payload),
          (http, payload) -> list(http, "posts?title=", "in.(" + quoted(payload) + ")"),
          (http, payload) -> list(http, "posts?or=", "(title.eq." + quoted(payload) + ",id.eq.1)"),
          (http, payload) -> list(http, "users?posts=", "some.(title.eq." + quoted(payload) + ")"),
          (http, payload) -> list(http, "users?select=id,posts(id)&posts.title=", "eq." + payload),
          // The number of words is of the statement's shape.
          (http, payload) -> list(http, "posts/search?q=", payload.replaceAll("\\s+", "_")),
          (http, payload) -> list(http, "posts?sort=title&cursor=", behind(payload)),
          (http, payload) -> list(http, "articles/search?q=", payload),
          (http, payload) -> list(http, "posts?select=title,n:count()&title=", "eq." + payload),
          InjectionLogIT::batch,
          this::write);

  private static void list(Http http, String query, String value) {
    answered(http.get("/api/" + query + Http.encode(value)), value);
  }

  private static void batch(Http http, String payload) {
    ArrayNode operations = JsonNodeFactory.instance.arrayNode();
    operations
        .addObject()
        .put("method", "GET")
        .put("path", "/posts?title=" + Http.encode("eq." + payload));
    operations
        .addObject()
        .put("method", "PATCH")
        .put("path", "/posts/1")
        .putObject("body")
        .put("title", payload);
    answered(http.post("/api", operations.toString()), payload);
  }

  private static String quoted(String payload) {
    return '"' + payload.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String behind(String payload) {
    String cursor =
        JsonNodeFactory.instance
            .arrayNode()
            .add("+\"title\"+\"id\"")
            .add(payload)
            .add("1")
            .toString();
    return Base64.getUrlEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private void write(Http http, String payload) {
    id++;
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("id", id).put("author_id", 1).put("title", payload);
    Http.Answer created = http.post("/api/posts", row.toString());
    assertEquals(201, created.status(), () -> payload + " " + created);
    assertEquals(payload, created.json().at("/data/title").asText());
    row.removeAll();
    row.put("title", payload + '.');
    answered(http.patch("/api/posts/" + id, row.toString()), payload);
    answered(http.delete("/api/posts?title=" + Http.encode("eq." + payload + '.')), payload);
  }

  private static void answered(Http.Answer answer, String payload) {
    assertTrue(answer.status() < 500, () -> payload + " " + answer);
    if (answer.status() >= 400) {
      Problems.assertDocument(answer);
    }
  }

  /** The texts that the server has prepared or run, values not in them. */
  private static Set<String> statements(Connection connection) throws SQLException {
    Set<String> statements = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT DISTINCT CONVERT(argument USING utf8mb4) FROM mysql.general_log"
                    + " WHERE command_type IN ('Prepare', 'Query')"
                    + " AND CONVERT(argument USING utf8mb4) NOT LIKE '%general_log%'")) {
      while (rows.next()) {
        statements.add(rows.getString(1));
      }
    }
    return statements;
  }

  private static List<String> payloads() throws IOException {
    Set<String> payloads = new LinkedHashSet<>();
    try (InputStream in = InjectionLogIT.class.getResourceAsStream("injections.txt")) {
      for (String payload :
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        for (String around : AROUND) {
          String whole = around.formatted(payload);
          if (whole.length() < 190) {
            payloads.add(whole);
          }
        }
      }
    }
    return new ArrayList<>(payloads);
  }
}
