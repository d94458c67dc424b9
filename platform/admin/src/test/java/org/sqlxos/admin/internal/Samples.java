package org.sqlxos.admin.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.Transport;

/** The smallest things that tests need. */
public final class Samples {

  private Samples() {}

  public static Operation operation(Statement statement) {
    return new Operation(
        "1", statement, Caller.ANONYMOUS, snapshot(), Deadline.in(Duration.ofMinutes(1)));
  }

  public static CatalogSnapshot snapshot() {
    Database database = new Database("shop", "SQLite", "3", "main", List.of());
    return new CatalogSnapshot(database, "f", Instant.EPOCH, List.of());
  }

  public static LiveCatalog catalog() {
    return Samples::snapshot;
  }

  public static Pipeline pipeline(Phase... missing) {
    return new Pipeline() {
      @Override
      public Outcome run(Operation operation) {
        throw new IllegalStateException("nobody runs operations here");
      }

      @Override
      public Description describe() {
        return new Description(List.of(), Set.of(missing), Set.of(missing));
      }
    };
  }

  public static ConnectedDatabase database(String name) {
    return new ConnectedDatabase() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public PackDescription pack() {
        return new PackDescription(
            "sqlite",
            "SQLite",
            Set.of("sqlite"),
            Transport.EMBEDDED,
            "sqlite",
            "main",
            Map.of(),
            List.of(),
            15);
      }

      @Override
      public Session borrow(Access access, Deadline deadline) {
        throw new IllegalStateException("nobody borrows here");
      }
    };
  }
}
