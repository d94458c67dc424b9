package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinuxProcessTest {

  @Test
  void livesAsLongAsTheProcess() throws IOException, InterruptedException {
    Process cat = new ProcessBuilder("cat").start();
    LinuxProcess process = LinuxProcess.of(cat.pid()).orElseThrow();

    assertTrue(process.isAlive());
    cat.destroyForcibly().waitFor();
    assertFalse(process.isAlive());
    assertEquals(Optional.empty(), LinuxProcess.of(cat.pid()));
  }

  @Test
  void isNotTakenForALaterProcessWithTheSameNumber() throws IOException {
    Process cat = new ProcessBuilder("cat").start();
    LinuxProcess process = LinuxProcess.of(cat.pid()).orElseThrow();
    LinuxProcess earlier = new LinuxProcess(process.pid(), process.startTicks() - 1);

    earlier.kill();

    assertFalse(earlier.isAlive());
    assertTrue(process.isAlive());
    process.kill();
    assertFalse(process.isAlive());
  }

  @Test
  void readsWhatItWrote() {
    LinuxProcess current = LinuxProcess.current();

    assertEquals(current, LinuxProcess.parse(current + "\n"));
  }
}
