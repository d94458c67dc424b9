package org.sqlxos.wirepack.redis;

import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.fuzz.FuzzConformance;
import org.sqlxos.testkit.fuzz.SessionPlay;
import org.sqlxos.testkit.server.RedisServer;
import org.sqlxos.testkit.session.Connections;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Pipelining;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.pool.Multiplexed;

/** A server gone mad, in both versions of the protocol. */
class RedisFuzzIT {

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

  @ParameterizedTest
  @ValueSource(strings = {"2", "3"})
  void standsWhateverAServerSays(String version) throws IOException {
    try (RedisServer server = RedisServer.start()) {
      fill(server);
      FuzzConformance.requireStanding(
          "redis" + version,
          new RespFrames(),
          play(server, server.url() + "/0?protocol=" + version),
          server.port());
    }
  }

  private static void fill(RedisServer server) {
    try (Session session = Pack.connect(server.url())) {
      for (int i = 0; i < 20; i++) {
        Pack.rows(session, "SET $1 $2", "key:" + i, "value " + i);
        Pack.rows(session, "HSET h $1 $2", "f" + i, i);
        Pack.rows(session, "ZADD z $1 $2", i * 0.5, "m" + i);
        Pack.rows(session, "RPUSH l $1", "e" + i);
        Pack.rows(session, "XADD x $1 a b", i + 1 + "-1");
      }
      Pack.rows(session, "SET bytes $1", new byte[] {0, (byte) 0xff, '\r', '\n'});
    }
  }

  private static SessionPlay play(RedisServer server, String url) {
    return new SessionPlay(
        CONNECTIONS,
        server.port(),
        url,
        List.of(
            statement("GET key:1"),
            statement("GET bytes"),
            statement("GET nothing"),
            statement("MGET key:1 nothing key:2"),
            statement("HGETALL h"),
            statement("ZRANGE z 0 -1 WITHSCORES"),
            statement("XRANGE x - + COUNT 5"),
            statement("LRANGE l 0 -1"),
            statement("COMMAND INFO GET SET"),
            statement("INFO server"),
            statement("sqlx.list string 5 \"\" 0"),
            statement("sqlx.list hash 5 \"\" 0"),
            statement("sqlx.list zset 5 \"\" 0")),
        List.of(statement("LPUSH key:1 x"), statement("NOSUCHCOMMAND"), statement("GET")),
        session -> {
          session.execute(statement("SET key:1 2"), SessionPlay.soon());
          ((Pipelining) session)
              .pipeline(
                  List.of(statement("GET key:2"), statement("LPUSH key:1 x"), statement("PING")),
                  SessionPlay.soon())
              .forEach(RedisFuzzIT::readOrRefused);
          SessionPlay.read(session.query(statement("SUBSCRIBE news"), SessionPlay.soon()));
        });
  }

  private static void readOrRefused(org.sqlxos.operation.api.Cursor cursor) {
    try {
      SessionPlay.read(cursor);
    } catch (org.sqlxos.problem.api.ProblemException declared) {
      // One of them is refused by a real server too.
      return;
    }
  }
}
