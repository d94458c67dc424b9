package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/** Everything that has to hold on every server, and what this one has of its own. */
@WithServer(DatabaseServer.MYSQL)
class MysqlWireIT {

  @Nested
  class Authentication extends AuthenticationSuite {
    Authentication(TestDatabase database) {
      super(database);
    }

    @Test
    void takesSha256() throws SQLException {
      String name = user("sha256", "WITH sha256_password BY 'secret'");
      assertEquals(name + "@%", connected(name, "secret", PLAIN));
      assertEquals(name + "@%", connected(name, "secret", ENCRYPTED));
      assertEquals("SQLX625", refusal(name, "wrong", PLAIN));
      assertEquals("SQLX625", refusal(name, "wrong", ENCRYPTED));
    }

    @Test
    void takesSha256WithoutPassword() throws SQLException {
      String name = user("sha256", "WITH sha256_password BY ''");
      assertEquals(name + "@%", connected(name, "", PLAIN));
      assertEquals(name + "@%", connected(name, "", ENCRYPTED));
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
