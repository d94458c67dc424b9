package org.sqlxos.wirepack.mysql.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.ServerConformance;
import org.sqlxos.testkit.session.SharingConformance;
import org.sqlxos.wirepack.api.Session;

/** Everything that has to hold of a session, and many callers on one that is compressed. */
abstract class ConformanceSuite extends ServerConformance {

  ConformanceSuite(TestDatabase database) {
    super(database, Wire.CONNECTIONS);
  }

  /** As {@link SharingConformance} has it, with pieces that hold parts of several messages. */
  @Test
  void everyCallerGetsItsOwnAnswerThroughCompression(TestReporter reporter) throws Exception {
    try (Session session = openWith("sslmode=disable&compress=true")) {
      askAll(session, EACH_ON_ANOTHER_WAY, reporter);
    }
  }

  @Test
  void everyCallerGetsItsOwnAnswerThroughCompressionAndTls(TestReporter reporter) throws Exception {
    try (Session session = openWith("sslmode=require&compress=true")) {
      askAll(session, EACH_ON_ANOTHER_WAY, reporter);
    }
  }
}
