package org.sqlxos.wirepack.mongodb;

import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.fuzz.FrameCut;
import org.sqlxos.testkit.fuzz.FuzzConformance;
import org.sqlxos.testkit.fuzz.SessionPlay;
import org.sqlxos.testkit.server.MongodbServer;
import org.sqlxos.testkit.session.Connections;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** A server gone mad. */
class MongodbFuzzIT {

  private static final WirePack PACK = Pack.made();

  private static final Connections CONNECTIONS =
      new Connections() {
        @Override
        public Session open(String url, Deadline deadline) {
          return PACK.connect(ConnectionUrl.parse(url), deadline);
        }

        @Override
        public Session share(Session session) {
          return ((Multiplexed) session).share();
        }
      };

  @Test
  void standsWhateverAServerSays() throws IOException {
    try (MongodbServer server = MongodbServer.start()) {
      fill(server);
      FuzzConformance.requireStanding(
          "mongodb", FrameCut.lengths(16, 0, 4, true, 16), play(server), server.port());
    }
  }

  private static void fill(MongodbServer server) {
    for (int i = 0; i < 40; i++) {
      server
          .database("fuzz")
          .getCollection("article")
          .insertOne(
              new Document("_id", i)
                  .append("id", new ObjectId())
                  .append("title", "the article " + i)
                  .append("price", i * 0.25)
                  .append("exact", new Decimal128(i))
                  .append("large", 1L << i)
                  .append("truth", i % 2 == 0)
                  .append("moment", new Date(i * 1_000_000_000L))
                  .append("bytes", new Binary(new byte[] {1, 2, 3}))
                  .append("none", null)
                  .append("list", List.of(1, "a", new Document("b", 2.5)))
                  .append("nested", new Document("c", List.of()).append("d", "e")));
    }
  }

  private static SessionPlay play(MongodbServer server) {
    return new SessionPlay(
        CONNECTIONS,
        server.port(),
        server.url("fuzz"),
        List.of(
            statement("{\"find\": \"article\", \"limit\": 5}"),
            statement("{\"find\": \"article\", \"batchSize\": 7}"),
            statement("{\"find\": \"nowhere\"}"),
            statement("{\"count\": \"article\"}"),
            statement(
                "{\"aggregate\": \"article\", \"cursor\": {}, \"pipeline\":"
                    + " [{\"$group\": {\"_id\": \"$truth\", \"n\": {\"$sum\": 1}}}]}"),
            statement("{\"ping\": 1}")),
        List.of(
            statement("{\"nothing\": 1}"),
            statement("{\"insert\": \"article\", \"documents\": [{\"_id\": 1}]}")),
        session -> {
          session.execute(
              statement(
                  "{\"insert\": \"other\", \"documents\": [{\"a\": {\"$parameter\": 1}}]}", "b"),
              SessionPlay.soon());
          session.execute(
              statement(
                  "{\"delete\": \"article\", \"deletes\":"
                      + " [{\"q\": {\"_id\": 3}, \"limit\": 1}]}"),
              SessionPlay.soon());
        });
  }
}
