package org.sqlxos.runtime.api;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.runtime.internal.framework.NodeSettings;
import org.sqlxos.runtime.internal.framework.RunningNode;
import org.sqlxos.start.api.StartProblem;

/**
 * A running node. Several can run in one process, each with a data folder of its own.
 *
 * {@snippet :
 * try (SqlxRuntime node = SqlxRuntime.builder()
 *         .bundles(Path.of("sqlx/bundles"))
 *         .data(Path.of("sqlx-data"))
 *         .set("http.port", "0")
 *         .set("databases.shop.url", "sqlite:shop.db")
 *         .start()) {
 *   System.out.println(node.address());
 * }
 * }
 */
public final class SqlxRuntime implements AutoCloseable {

  private final RunningNode node;

  private SqlxRuntime(RunningNode node) {
    this.node = node;
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Where it answers HTTP, for instance {@code http://127.0.0.1:3000/}; the real port where 0 was
   * asked for.
   */
  public URI address() {
    return node.address();
  }

  /**
   * A service of the platform, as long as it is present; the one with the highest ranking if there
   * are several.
   */
  public <T> Optional<T> service(Class<T> type) {
    return node.services(type, null).stream().findFirst();
  }

  /**
   * A service of the platform with an LDAP filter (OSGi Core, 3.2.7), for instance {@code
   * (sqlx.database=shop)}.
   */
  public <T> Optional<T> service(Class<T> type, String filter) {
    return node.services(type, filter).stream().findFirst();
  }

  /** All services of this type that are present, the preferred one first. */
  public <T> List<T> services(Class<T> type) {
    return node.services(type, null);
  }

  /** Waits for a service at most {@code limit}. */
  public <T> Optional<T> awaitService(Class<T> type, String filter, Duration limit) {
    return node.awaitService(type, filter, limit);
  }

  /** Waits until the node has stopped, whoever stopped it. */
  public void awaitStop() throws InterruptedException {
    node.awaitStop();
  }

  /**
   * Stops the node: takes no new requests, lets those in flight end, then stops its bundles.
   * Closing again does nothing.
   */
  @Override
  public void close() {
    node.close();
  }

  /** What a node is started with. */
  public static final class Builder {

    private @Nullable Path bundles;
    private Path data = Path.of("sqlx-data");
    private @Nullable Path configuration;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private Map<String, String> environment = Map.of();

    private Builder() {}

    /**
     * The folder of bundles: one subfolder a start level, its name beginning with the level's
     * number.
     */
    public Builder bundles(Path bundles) {
      this.bundles = bundles;
      return this;
    }

    /** Where the node keeps its state; {@code sqlx-data} if nothing is said. */
    public Builder data(Path data) {
      this.data = data;
      return this;
    }

    /** The {@code sqlx.yaml} to read. */
    public Builder configuration(Path file) {
      this.configuration = file;
      return this;
    }

    /**
     * Variables, of which those that begin with {@code SQLX_} override the file; none if nothing is
     * said.
     */
    public Builder environment(Map<String, String> environment) {
      this.environment = Map.copyOf(environment);
      return this;
    }

    /**
     * One key, for instance {@code http.port}, that overrides file and environment. Lists are
     * separated by commas.
     */
    public Builder set(String key, String value) {
      settings.put(key, value);
      return this;
    }

    /**
     * Starts the node and waits until every bundle is active and HTTP is bound.
     *
     * @throws org.sqlxos.problem.api.ProblemException with a code of {@link StartProblem}
     */
    public SqlxRuntime start() {
      if (bundles == null) {
        throw StartProblem.BUNDLES_MISSING.problem("No folder of bundles was given.");
      }
      return new SqlxRuntime(
          RunningNode.start(
              new NodeSettings(
                  bundles, data, Optional.ofNullable(configuration), settings, environment)));
    }
  }
}
