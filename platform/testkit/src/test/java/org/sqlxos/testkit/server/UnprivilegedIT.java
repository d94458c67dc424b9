package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnprivilegedIT {

  @Test
  void isNeverRoot() throws Exception {
    assertNotEquals("0", userId(Unprivileged.find()));
  }

  @Test
  void becomesNobodyWhereUserNamespacesAreForbidden() throws Exception {
    assumeTrue(Machine.isRoot(), "only root can become somebody else");

    assertEquals("65534", userId(Unprivileged.OTHER_USER));
  }

  private static String userId(Unprivileged unprivileged) throws Exception {
    Process id = new ProcessBuilder(unprivileged.command(List.of("id", "-u"))).start();
    return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
