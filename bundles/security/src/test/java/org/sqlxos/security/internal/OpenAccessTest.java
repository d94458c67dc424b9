package org.sqlxos.security.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.admission.api.Credentials;

class OpenAccessTest {

  private static Credentials credentials(String address, String host) {
    return new Credentials(address, host, Optional.empty(), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]", "::1"})
  void isForThisMachineUnderItsOwnNames(String host) {
    assertTrue(OpenAccess.permitted(credentials("127.0.0.1", host)));
    assertTrue(OpenAccess.permitted(credentials("0:0:0:0:0:0:0:1", host)));
  }

  @ParameterizedTest
  @CsvSource({"10.0.0.1,localhost", "192.0.2.1,127.0.0.1", "fe80::1,localhost", "'',localhost"})
  void isNotForOtherMachines(String address, String host) {
    assertFalse(OpenAccess.permitted(credentials(address, host)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example", ""})
  void isNotForAPageWhoseNameLeadsHere(String host) {
    assertFalse(OpenAccess.permitted(credentials("127.0.0.1", host)));
  }

  @Test
  void credentialsDoNotPrintTheirSecrets() {
    assertFalse(
        new Credentials("127.0.0.1", "x", Optional.of("Bearer top"), Optional.of("top"))
            .toString()
            .contains("top"));
  }
}
