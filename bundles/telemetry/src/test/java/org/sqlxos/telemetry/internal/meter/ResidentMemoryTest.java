package org.sqlxos.telemetry.internal.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResidentMemoryTest {

  @TempDir Path directory;

  @Test
  void readsTheResidentSetSize() throws Exception {
    Path status = directory.resolve("status");
    Files.writeString(status, "Name:\tjava\nVmPeak:\t 900 kB\nVmRSS:\t  123456 kB\nThreads:\t9\n");
    assertEquals(OptionalLong.of(123456L * 1024), new ResidentMemory(status).bytes());
  }

  @Test
  void isUnknownWhereTheSystemDoesNotTell() {
    assertEquals(OptionalLong.empty(), new ResidentMemory(directory.resolve("nothing")).bytes());
  }
}
