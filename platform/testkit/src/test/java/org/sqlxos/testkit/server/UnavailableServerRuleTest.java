package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class UnavailableServerRuleTest {

  private static final ServerUnavailableException UNAVAILABLE =
      new ServerUnavailableException("mysqld needs shared libraries: libaio.so.1");

  @Test
  void failsOnlyWithTheVariableSetToTrue() {
    assertTrue(UnavailableServerRule.of("true").fails());
    assertTrue(UnavailableServerRule.of("TRUE").fails());
    assertFalse(UnavailableServerRule.of("").fails());
    assertFalse(UnavailableServerRule.of("false").fails());
    assertFalse(UnavailableServerRule.of(null).fails());
  }

  @Test
  void skipsWithTheReasonOnADevelopersMachine() {
    RuntimeException thrown = UnavailableServerRule.of(null).toThrow(UNAVAILABLE);

    assertInstanceOf(TestAbortedException.class, thrown);
    assertEquals(UNAVAILABLE.getMessage(), thrown.getMessage());
  }

  @Test
  void failsWithTheSameReasonInContinuousIntegration() {
    AssertionFailedError thrown =
        assertThrows(
            AssertionFailedError.class,
            () -> UnavailableServerRule.of("true").toThrow(UNAVAILABLE));

    assertEquals(UNAVAILABLE.getMessage(), thrown.getMessage());
  }

  @Test
  void reportsTheReasonForATestClassWhoseServerCannotRun() {
    String architecture = System.setProperty("os.arch", "riscv64");
    try {
      EngineExecutionResults results =
          EngineTestKit.engine("junit-jupiter").selectors(selectClass(Fixture.class)).execute();

      String reason =
          "The servers' binaries are for Linux on amd64, this machine is Linux on riscv64";
      if (UnavailableServerRule.ofThisEnvironment().fails()) {
        results
            .containerEvents()
            .assertThatEvents()
            .haveExactly(
                1,
                EventConditions.finishedWithFailure(TestExecutionResultConditions.message(reason)));
      } else {
        results
            .containerEvents()
            .assertThatEvents()
            .haveExactly(1, EventConditions.skippedWithReason(reason));
      }
      assertEquals(0, results.testEvents().started().count());
    } finally {
      System.setProperty("os.arch", architecture);
    }
  }

  @WithServer(DatabaseServer.POSTGRESQL)
  static class Fixture {

    @Test
    void neverRuns(TestDatabase database) {
      throw new AssertionError(database.toString());
    }
  }
}
