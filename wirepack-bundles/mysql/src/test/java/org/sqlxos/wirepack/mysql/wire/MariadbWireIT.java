package org.sqlxos.wirepack.mysql.wire;

import org.junit.jupiter.api.Nested;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/** Everything that has to hold on every server, and what this one has of its own. */
@WithServer(DatabaseServer.MARIADB)
class MariadbWireIT {

  @Nested
  class Authentication extends AuthenticationSuite {
    Authentication(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Compression extends CompressionSuite {
    Compression(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class LargePacket extends LargePacketSuite {
    LargePacket(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Statement extends StatementSuite {
    Statement(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Conformance extends ConformanceSuite {
    Conformance(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Batch extends BatchSuite {
    Batch(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Result extends ResultSuite {
    Result(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Timeout extends TimeoutSuite {
    Timeout(TestDatabase database) {
      super(database);
    }
  }

  @Nested
  class Transaction extends TransactionSuite {
    Transaction(TestDatabase database) {
      super(database);
    }
  }
}
