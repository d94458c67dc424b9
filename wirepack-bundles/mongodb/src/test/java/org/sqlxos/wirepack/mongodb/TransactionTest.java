package org.sqlxos.wirepack.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Session;

/**
 * What is said of transactions, to a server written here: the one that is at hand has none. The
 * members are those of the manual and of the drivers' specification.
 *
 * @see <a
 *     href="https://github.com/mongodb/specifications/blob/master/source/transactions/transactions.md">
 *     the specification</a>
 */
class TransactionTest {

  private static final String REPLICA_SET =
      "{maxWireVersion: 17, setName: 'rs0', logicalSessionTimeoutMinutes: 30}";

  private final BlockingQueue<BsonDocument> heard = new LinkedBlockingQueue<>();
  private final List<ServerSocket> listening = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (ServerSocket each : listening) {
      each.close();
    }
  }

  private Session connect(String hello) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    listening.add(socket);
    Thread.ofVirtual().start(() -> serve(socket, hello));
    return Pack.connect("mongodb://127.0.0.1:" + socket.getLocalPort() + "/shop");
  }

  private void serve(ServerSocket socket, String hello) {
    try (Socket client = socket.accept()) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      Messages.command(in);
      Messages.reply(client, BsonDocument.parse(hello));
      while (true) {
        BsonDocument command = Messages.command(in);
        heard.add(command);
        Messages.reply(client, BsonDocument.parse(answer(command.getFirstKey())));
      }
    } catch (IOException e) {
      // The client has gone, as it may.
      return;
    }
  }

  private static String answer(String command) {
    return switch (command) {
      case "find" -> "{cursor: {id: {$numberLong: '7'}, ns: 'shop.a', firstBatch: [{_id: 1}]}}";
      case "getMore" -> "{cursor: {id: {$numberLong: '0'}, ns: 'shop.a', nextBatch: [{_id: 2}]}}";
      case "delete" -> "{ok: 0, code: 112, errmsg: 'WriteConflict'}";
      case "abortTransaction" -> "{ok: 0, code: 251, errmsg: 'NoSuchTransaction'}";
      default -> "{n: 1}";
    };
  }

  private static void insert(Session session, int id) {
    session.execute(
        Pack.command("{\"insert\": \"a\", \"documents\": [{\"_id\": " + id + "}]}"),
        Sessions.soon());
  }

  /** The commands that came, without the number of the session, which has to be the same in all. */
  private List<BsonDocument> commands() {
    List<BsonDocument> commands = new ArrayList<>();
    heard.drainTo(commands);
    List<BsonDocument> plain = new ArrayList<>();
    List<BsonBinary> sessions = new ArrayList<>();
    for (BsonDocument each : commands) {
      BsonDocument copy =
          new BsonDocumentCodec().decode(each.asBsonReader(), DecoderContext.builder().build());
      if (copy.containsKey("lsid")) {
        sessions.add(copy.remove("lsid").asDocument().getBinary("id"));
      }
      plain.add(copy);
    }
    assertEquals(1, Math.max(1, sessions.stream().distinct().count()));
    for (BsonBinary session : sessions) {
      assertEquals(4, session.getType(), "a UUID");
      assertEquals(16, session.getData().length);
    }
    return plain;
  }

  private static BsonDocument said(String json) {
    return BsonDocument.parse(json);
  }

  @Test
  void eachCommandOfOneSaysWhichAndTheFirstThatItBegins() throws IOException {
    try (Session session = connect(REPLICA_SET)) {
      insert(session, 1);
      session.begin(Access.WRITE, Sessions.soon());
      insert(session, 2);
      insert(session, 3);
      session.commit(Sessions.soon());
      insert(session, 4);
      session.begin(Access.READ, Sessions.soon());
      assertEquals(2, Sessions.rows(session, "{\"find\": \"a\"}").size());
      session.commit(Sessions.soon());
    }
    String within = "txnNumber: {$numberLong: '%d'}, %s autocommit: false, $db: '%s'}";
    String first = within.formatted(1, "startTransaction: true,", "shop");
    assertEquals(
        List.of(
            said("{insert: 'a', documents: [{_id: {$numberLong: '1'}}], $db: 'shop'}"),
            said("{insert: 'a', documents: [{_id: {$numberLong: '2'}}], " + first),
            said(
                "{insert: 'a', documents: [{_id: {$numberLong: '3'}}], "
                    + within.formatted(1, "", "shop")),
            said("{commitTransaction: {$numberLong: '1'}, " + within.formatted(1, "", "admin")),
            said("{insert: 'a', documents: [{_id: {$numberLong: '4'}}], $db: 'shop'}"),
            said("{find: 'a', " + within.formatted(2, "startTransaction: true,", "shop")),
            said(
                "{getMore: {$numberLong: '7'}, collection: 'a', batchSize: {$numberLong: '1000'}, "
                    + within.formatted(2, "", "shop")),
            said("{commitTransaction: {$numberLong: '1'}, " + within.formatted(2, "", "admin"))),
        commands());
  }

  @Test
  void whatFailsIsAbortedAndTheSessionGoesOn() throws IOException {
    try (Session session = connect(REPLICA_SET)) {
      session.begin(Access.WRITE, Sessions.soon());
      assertEquals(
          "SQLX608",
          Sessions.code(
              () ->
                  session.execute(
                      Pack.command("{\"delete\": \"a\", \"deletes\": []}"), Sessions.soon())));
      session.rollback();
      assertTrue(session.usable(), "the server had aborted it already");
      insert(session, 1);
    }
    List<BsonDocument> commands = commands();
    assertEquals(
        List.of("delete", "abortTransaction", "insert"),
        commands.stream().map(BsonDocument::getFirstKey).toList());
    assertEquals(1, commands.get(1).getInt64("txnNumber").getValue());
    assertTrue(!commands.get(2).containsKey("txnNumber"));
  }

  @Test
  void oneInWhichNothingHappenedIsNotMentioned() throws IOException {
    try (Session session = connect(REPLICA_SET)) {
      session.begin(Access.WRITE, Sessions.soon());
      session.commit(Sessions.soon());
      session.begin(Access.WRITE, Sessions.soon());
      session.rollback();
      assertEquals("SQLX650", Sessions.code(() -> session.commit(Sessions.soon())));
    }
    assertEquals(List.of(), commands());
  }

  @Test
  void aBatchIsATransactionOfItsOwn() throws IOException {
    try (Session session = connect(REPLICA_SET)) {
      session.executeBatch(
          Pack.command("{\"insert\": \"a\", \"documents\": [{\"_id\": {\"$parameter\": 1}}]}"),
          List.of(List.of(1L), List.of(2L)),
          Sessions.soon());
    }
    List<BsonDocument> commands = commands();
    assertEquals(
        List.of("insert", "insert", "commitTransaction"),
        commands.stream().map(BsonDocument::getFirstKey).toList());
    assertTrue(commands.getFirst().getBoolean("startTransaction").getValue());
  }

  @Test
  void savepointsAndLevelsAreRefused() throws IOException {
    try (Session session = connect(REPLICA_SET)) {
      assertEquals(
          "SQLX651",
          Sessions.code(
              () -> session.begin(Access.WRITE, Isolation.SERIALIZABLE, Sessions.soon())));
      session.begin(Access.WRITE, Sessions.soon());
      assertEquals("SQLX652", Sessions.code(() -> session.savepoint(Sessions.soon())));
      assertEquals("SQLX650", Sessions.code(() -> session.begin(Access.READ, Sessions.soon())));
    }
  }

  @Test
  void routersOfAShardedClusterHaveThem() throws IOException {
    try (Session session =
        connect("{maxWireVersion: 17, msg: 'isdbgrid', logicalSessionTimeoutMinutes: 30}")) {
      session.begin(Access.WRITE, Sessions.soon());
      insert(session, 1);
      session.commit(Sessions.soon());
    }
    assertEquals(2, commands().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{maxWireVersion: 17, logicalSessionTimeoutMinutes: 30}",
        "{maxWireVersion: 17, setName: 'rs0'}",
        "{maxWireVersion: 17}"
      })
  void serversWithoutRefuse(String hello) throws IOException {
    try (Session session = connect(hello)) {
      assertEquals("SQLX710", Sessions.code(() -> session.begin(Access.WRITE, Sessions.soon())));
      insert(session, 1);
    }
    assertEquals(1, commands().size());
  }
}
