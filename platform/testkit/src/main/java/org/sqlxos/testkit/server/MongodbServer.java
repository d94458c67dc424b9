package org.sqlxos.testkit.server;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;

/**
 * A server that speaks MongoDB's protocol, within this process: mongo-java-server. It has no
 * authentication, no transactions and no types that are deprecated; the vendor's driver speaks to
 * it as well.
 */
public final class MongodbServer implements AutoCloseable {

  private final MongoServer server;
  private final InetSocketAddress address;
  private final MongoClient client;

  private MongodbServer(MongoServer server) {
    this.server = server;
    this.address = server.bind();
    this.client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort());
  }

  /** Starts one, empty, on a port of its own. */
  public static MongodbServer start() {
    return new MongodbServer(new MongoServer(new MemoryBackend()));
  }

  /** Where it listens, on the loopback address. */
  public int port() {
    return address.getPort();
  }

  /** The URL of a database. */
  public String url(String database) {
    return "mongodb://127.0.0.1:%d/%s".formatted(address.getPort(), database);
  }

  /** A database as the vendor's driver sees it. */
  public MongoDatabase database(String name) {
    return client.getDatabase(name);
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }
}
