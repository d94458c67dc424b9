package org.sqlxos.wirevm.internal.embedded;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.EmbeddedSettings;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pool.WriterBound;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** A pack whose database lives in this process, behind the driver that the pack's bundle brings. */
public final class EmbeddedPack implements WirePack, WriterBound {

  private final PackDocument pack;
  private final EmbeddedSettings settings;
  private final DriverSource driver;
  private final DeadlineWatch watch;
  private final ErrorTranslator errors;
  private final Codecs codecs;

  public EmbeddedPack(
      PackDocument pack, EmbeddedSettings settings, DriverSource driver, DeadlineWatch watch) {
    this.pack = pack;
    this.settings = settings;
    this.driver = driver;
    this.watch = watch;
    this.errors = new ErrorTranslator(pack.errors());
    this.codecs = new Codecs(pack.values());
  }

  @Override
  public PackDescription description() {
    return pack.description();
  }

  @Override
  public int writers() {
    return pack.writers();
  }

  @Override
  public Session connect(ConnectionUrl url, Deadline deadline) {
    Optional<DatabaseFile> file =
        settings.existingFile() ? Optional.of(DatabaseFile.of(url)) : Optional.empty();
    String rest = file.map(DatabaseFile::absolutePath).orElse(url.rest());
    Connection connection = open(settings.url().replace("${rest}", rest), url);
    JdbcSession session =
        new JdbcSession(
            connection,
            new SessionParts(pack.description(), pack.transactions(), errors, codecs, watch),
            file);
    try {
      for (String statement : settings.onConnect()) {
        session.run(statement, deadline);
      }
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    return session;
  }

  private Connection open(String driverUrl, ConnectionUrl url) {
    Driver loaded = driver.driver(settings.driver());
    Properties properties = new Properties();
    properties.putAll(settings.properties());
    @Nullable Connection connection;
    try {
      connection = loaded.connect(driverUrl, properties);
    } catch (SQLException e) {
      throw errors.whileConnecting(DatabaseError.of(e), url);
    }
    if (connection == null) {
      throw WireProblem.DRIVER_UNUSABLE.problem(
          "The driver \"%s\" does not know the URL that the pack makes"
              .formatted(settings.driver()),
          "Compare \"url\" in the pack with the driver's documentation.");
    }
    return connection;
  }
}
