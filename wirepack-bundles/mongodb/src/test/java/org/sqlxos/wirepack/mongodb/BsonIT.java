package org.sqlxos.wirepack.mongodb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.server.MongodbServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Values of each type, written by one client and read by the other: the vendor's is the oracle. */
class BsonIT {

  private static final JsonWriterSettings RELAXED =
      JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

  private static MongodbServer server;
  private static Session session;

  @BeforeAll
  static void start() {
    server = MongodbServer.start();
    session = Pack.connect(server.url("types"));
  }

  @AfterAll
  static void stop() {
    session.close();
    server.close();
  }

  private static TargetStatement find(String collection, String... columns) {
    return new TargetStatement(
        "{\"find\": \"%s\", \"sort\": {\"_id\": 1}}".formatted(collection),
        List.of(),
        Arrays.stream(columns).map(name -> new ResultColumn(name, UniversalType.ANY)).toList(),
        false);
  }

  private static List<@Nullable Object> row(String collection, String... columns) {
    try (Cursor cursor = session.query(find(collection, columns), Sessions.soon())) {
      assertTrue(cursor.next());
      List<@Nullable Object> row = new ArrayList<>();
      for (int i = 0; i < columns.length; i++) {
        row.add(Sessions.value(cursor, i));
      }
      return row;
    }
  }

  @Test
  void whatTheDriverWroteIsReadAsItsColumns() {
    ObjectId id = new ObjectId("507f1f77bcf86cd799439011");
    server
        .database("types")
        .getCollection("driver")
        .insertOne(
            new Document("_id", id)
                .append("text", "grüße 🦉")
                .append("int", Integer.MIN_VALUE)
                .append("long", Long.MAX_VALUE)
                .append("double", -0.1)
                .append("bool", true)
                .append("date", Date.from(Instant.parse("1969-12-31T23:59:59.999Z")))
                .append("decimal", Decimal128.parse("-12345678901234567890.1234567890"))
                .append("none", null)
                .append("bytes", new Binary(new byte[] {1, 2, (byte) 0xff})));
    List<@Nullable Object> row =
        row(
            "driver", "_id", "text", "int", "long", "double", "bool", "date", "decimal", "none",
            "absent");
    assertEquals(
        Arrays.asList(
            "507f1f77bcf86cd799439011",
            "grüße 🦉",
            (long) Integer.MIN_VALUE,
            Long.MAX_VALUE,
            -0.1,
            true,
            "1969-12-31T23:59:59.999Z",
            "-12345678901234567890.1234567890",
            null,
            null),
        row);
    assertArrayEquals(new byte[] {1, 2, (byte) 0xff}, (byte[]) row("driver", "bytes").getFirst());
  }

  @Test
  void whatIsNestedIsTheExtendedJsonOfTheDriver() {
    Document nested =
        new Document("id", new ObjectId("507f1f77bcf86cd799439011"))
            .append("at", new Date(0))
            .append("regex", new BsonRegularExpression("^a\\d", "i"))
            .append("stamp", new BsonTimestamp(7, 5))
            .append("decimal", Decimal128.parse("1.50"))
            .append("list", List.of(1, "x", List.of(), new Document()))
            .append("quote", "\"\\\n\u0001")
            .append("least", new MinKey())
            .append("greatest", new MaxKey());
    server
        .database("types")
        .getCollection("nested")
        .insertOne(new Document("_id", 1).append("value", nested));

    String ours = (String) row("nested", "value").getFirst();
    assertEquals(
        BsonDocument.parse(nested.toBsonDocument().toJson(RELAXED)), BsonDocument.parse(ours));
  }

  @Test
  void whatWeWriteTheDriverReads() {
    MongoCollection<Document> collection = server.database("types").getCollection("ours");
    OffsetDateTime moment = OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 678_000_000, ZoneOffset.UTC);
    session.execute(
        new TargetStatement(
            "{\"insert\": \"ours\", \"documents\": [{\"_id\": {\"$parameter\": [1, \"objectId\"]},"
                + " \"text\": {\"$parameter\": 2}, \"long\": {\"$parameter\": 3},"
                + " \"int\": {\"$parameter\": [3, \"int\"]}, \"date\": {\"$parameter\": 4},"
                + " \"decimal\": {\"$parameter\": 5}, \"bytes\": {\"$parameter\": 6},"
                + " \"json\": {\"$parameter\": [7, \"json\"]}, \"none\": {\"$parameter\": 8},"
                + " \"bool\": {\"$parameter\": 9}, \"double\": {\"$parameter\": 10}}]}",
            Arrays.asList(
                "507f1f77bcf86cd799439011",
                "{\"$oid\": \"x\"}",
                7L,
                moment,
                new java.math.BigDecimal("1E+3"),
                new byte[] {0, 1},
                "{\"a\": [1, {\"$date\": \"1970-01-01T00:00:00Z\"}], \"$where\": \"text\"}",
                null,
                false,
                2.5),
            List.of(),
            true),
        Sessions.soon());
    Document found = collection.find().first();
    assertEquals(new ObjectId("507f1f77bcf86cd799439011"), found.get("_id"));
    assertEquals("{\"$oid\": \"x\"}", found.get("text"));
    assertEquals(7L, found.get("long"));
    assertEquals(7, found.get("int"));
    assertEquals(Date.from(moment.toInstant()), found.get("date"));
    assertEquals(
        0,
        new java.math.BigDecimal("1000")
            .compareTo(found.get("decimal", Decimal128.class).bigDecimalValue()));
    assertArrayEquals(new byte[] {0, 1}, found.get("bytes", Binary.class).getData());
    assertEquals(
        new Document("a", List.of(1L, new Date(0))).append("$where", "text"), found.get("json"));
    assertNull(found.get("none"));
    assertEquals(false, found.get("bool"));
    assertEquals(2.5, found.get("double"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0.00",
        "1",
        "9999999999999999999999999999999999",
        "1.5E-100",
        "0.001",
        "12.3400"
      })
  void exactNumbersAreThoseOfTheDriver(String number) {
    String collection = "exact" + Math.abs(number.hashCode());
    session.execute(
        new TargetStatement(
            "{\"insert\": \"%s\", \"documents\": [{\"_id\": 1, \"v\": {\"$numberDecimal\": \"%s\"}}]}"
                .formatted(collection, number),
            List.of(),
            List.of(),
            true),
        Sessions.soon());
    Decimal128 found =
        server
            .database("types")
            .getCollection(collection)
            .find()
            .first()
            .get("v", Decimal128.class);
    assertEquals(Decimal128.parse(number).toString(), found.toString());
    String ours = (String) row(collection, "v").getFirst();
    assertEquals(
        0, new java.math.BigDecimal(number).compareTo(new java.math.BigDecimal(ours)), ours);
  }

  @Test
  void aCursorIsReadInPartsAndGivenUp() {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      documents.add(new Document("_id", i));
    }
    server.database("types").getCollection("many").insertMany(documents);
    int count = 0;
    try (Cursor cursor = session.query(find("many", "_id"), Sessions.soon())) {
      while (cursor.next()) {
        assertEquals(count, cursor.getLong(0));
        count++;
      }
    }
    assertEquals(3_000, count);
    try (Cursor cursor = session.query(find("many", "_id"), Sessions.soon())) {
      assertTrue(cursor.next());
    }
    assertEquals(1L, Sessions.rows(session, "{\"ping\": 1}").size(), "the session goes on");
  }

  @Test
  void errorsHaveKinds() {
    String insert = "{\"insert\": \"once\", \"documents\": [{\"_id\": 1}]}";
    Sessions.run(session, insert);
    assertEquals("SQLX643", Sessions.code(() -> Sessions.run(session, insert)));
    assertEquals("SQLX613", Sessions.code(() -> Sessions.run(session, "{\"nosuch\": 1}")));
    assertEquals("SQLX692", Sessions.code(() -> Sessions.run(session, "{\"find\": ")));
    assertEquals("SQLX692", Sessions.code(() -> Sessions.run(session, "[1]")));
    assertEquals("SQLX710", Sessions.code(() -> session.begin(Access.WRITE, Sessions.soon())));
    assertTrue(
        Pattern.matches(
            "SQLX69[02]",
            Sessions.code(
                () -> Sessions.run(session, "{\"a\":".repeat(300) + "1" + "}".repeat(300)))));
  }
}
