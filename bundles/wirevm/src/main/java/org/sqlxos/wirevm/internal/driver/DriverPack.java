package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.error.ErrorTranslator;
import org.sqlxos.wirevm.internal.pack.DriverSettings;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pool.WriterBound;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** A pack whose database is reached with a driver of {@code java.sql}. */
public final class DriverPack implements WirePack, WriterBound {

  private final PackDocument pack;
  private final DriverSettings settings;
  private final DriverSource drivers;
  private final DeadlineWatch watch;
  private final ErrorTranslator errors;
  private final Codecs codecs;

  public DriverPack(
      PackDocument pack, DriverSettings settings, DriverSource drivers, DeadlineWatch watch) {
    this.pack = pack;
    this.settings = settings;
    this.drivers = drivers;
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
    DriverUrl target =
        DriverUrl.of(settings, url, file.map(DatabaseFile::absolutePath).orElse(null));
    JdbcSession session =
        new JdbcSession(
            open(target, url),
            new SessionParts(
                pack.description(),
                settings.metadata(),
                pack.transactions(),
                errors,
                codecs,
                watch),
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

  private Connection open(DriverUrl target, ConnectionUrl url) {
    Driver loaded = drivers.driver(settings, target.text());
    @Nullable Connection connection;
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try {
      // Drivers look for their own parts with it.
      thread.setContextClassLoader(loaded.getClass().getClassLoader());
      connection = loaded.connect(target.text(), target.properties());
    } catch (SQLException e) {
      throw errors.whileConnecting(DatabaseError.of(e), url);
    } finally {
      thread.setContextClassLoader(before);
    }
    if (connection == null) {
      throw WireProblem.DRIVER_UNUSABLE.problem(
          "The driver \"%s\" does not know the URL that the pack makes"
              .formatted(loaded.getClass().getName()),
          "Compare the URL with the driver's documentation.");
    }
    return connection;
  }
}
