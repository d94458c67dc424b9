package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/** Everything that has to hold on every server, and what this one has of its own. */
@WithServer(DatabaseServer.MARIADB_10_11)
class Mariadb1011WireIT {

  @Nested
  class Authentication extends AuthenticationSuite {
    Authentication(TestDatabase database) {
      super(database);
    }

    @Test
    void takesEd25519() throws SQLException {
      administer("INSTALL SONAME 'auth_ed25519'");
      try {
        String name = user("ed25519", "VIA ed25519 USING PASSWORD('s\u00e4cret')");
        assertEquals(name + "@%", connected(name, "s%C3%A4cret", PLAIN));
        assertEquals(name + "@%", connected(name, "s%C3%A4cret", ENCRYPTED));
        assertEquals("SQLX625", refusal(name, "wrong", PLAIN));
        administer("DROP USER '" + name + "'@'%'");
      } finally {
        administer("UNINSTALL SONAME 'auth_ed25519'");
      }
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
