package org.sqlxos.testkit.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sqlxos.testkit.server.TestDatabase;

/**
 * What every client of a protocol must stand: a server gone mad. A conversation with the real
 * server is recorded first; then it is damaged, again and again, and played to the same client.
 *
 * <p>{@value #FRAMES} says how many frames are played, {@value #SEED} which damage is done, {@value
 * #AGAIN} which kept conversation is played once more.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FuzzConformance {

  static final String FRAMES = "sqlxos.fuzz.frames";
  static final String SEED = "sqlxos.fuzz.seed";
  static final String AGAIN = "sqlxos.fuzz.again";

  /** A few seconds on a slow machine. */
  private static final long FEW = 20_000;

  /** The name of the protocol, for files and messages. */
  protected abstract String protocol();

  /** How the server's bytes are cut into frames. */
  protected abstract FrameCut frames();

  /**
   * What the client does, on a real server as well as on what passes for it: it must use all that
   * the protocol has.
   */
  protected abstract FuzzPlay play(TestDatabase database);

  @Test
  void standsWhateverAServerSays(TestDatabase database) throws IOException {
    requireStanding(protocol(), frames(), play(database), database.port());
  }

  /**
   * The same for a server that is no {@code TestDatabase}.
   *
   * @param protocol its name, for files and messages
   * @param cut how the server's bytes are cut into frames
   * @param play what the client does
   * @param serverPort where the real server listens, on the loopback address
   */
  public static void requireStanding(String protocol, FrameCut cut, FuzzPlay play, int serverPort)
      throws IOException {
    byte[] conversation;
    try (Recorder recorder = new Recorder(serverPort)) {
      play.play(recorder.port());
      conversation = recorder.first();
    }
    long frames = Long.getLong(FRAMES, FEW);
    long seed = Long.getLong(SEED, 1);
    FuzzRun run = new FuzzRun(protocol, cut, play, frames, seed);
    // What is not damaged is understood: otherwise all that follows would prove nothing.
    assertFalse(run.again(conversation), "the client refuses what the real server said");
    String again = System.getProperty(AGAIN);
    if (again != null) {
      run.again(Files.readAllBytes(Path.of(again)));
      return;
    }
    FuzzRun.Report report = run.run(conversation);
    assertTrue(report.frames() >= frames, report::toString);
    // Some damage goes unnoticed, in a text for instance; most must not.
    assertTrue(report.refused() * 10 > report.conversations(), report::toString);
    System.getLogger(FuzzConformance.class.getName())
        .log(System.Logger.Level.INFO, "{0}: {1}, seed {2}", protocol, report, seed);
  }
}
