package org.sqlxos.testkit.fuzz;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.await.Await;

/**
 * Plays damaged conversations to a client until so many frames have been sent. Whatever comes of it
 * but an answer or a {@code ProblemException} is a failure; the damaged conversation is kept.
 *
 * @param name of the protocol
 * @param frames how many frames to send at least
 * @param seed of the first conversation; each later one has the next
 */
record FuzzRun(String name, FrameCut cut, FuzzPlay play, long frames, long seed) {

  private static final Duration HANGING = Duration.ofSeconds(20);
  private static final Duration LEAKING = Duration.ofSeconds(20);
  private static final Path KEPT = Path.of("target", "fuzz");
  private static final int SPARE_FILES = 8;

  /** The JDK's own, which carry virtual threads and come and go. */
  private static final int SPARE_THREADS = 8;

  /**
   * What was done.
   *
   * @param refused how many conversations the client refused to go on with
   */
  record Report(long conversations, long frames, long refused) {}

  Report run(byte[] conversation) throws IOException {
    List<FrameCut.Frame> places = cut.cut(conversation);
    long sent = 0;
    long refused = 0;
    long number = 0;
    try (Replay replay = new Replay();
        ExecutorService player = Executors.newSingleThreadExecutor(Thread::new)) {
      long filesBefore = openFiles();
      int threadsBefore = openThreads();
      while (sent < frames) {
        byte[] damaged = Damage.of(conversation, places, new SplittableRandom(seed + number));
        refused += once(replay, player, damaged, seed + number) ? 1 : 0;
        sent += Math.max(1, cut.cut(damaged).size());
        number++;
      }
      requireNothingLeft(replay, filesBefore, threadsBefore);
    }
    return new Report(number, sent, refused);
  }

  /**
   * Plays a conversation that was kept, or one as it was recorded.
   *
   * @return whether the client refused
   */
  boolean again(byte[] bytes) throws IOException {
    try (Replay replay = new Replay();
        ExecutorService player = Executors.newSingleThreadExecutor(Thread::new)) {
      return once(replay, player, bytes, -1);
    }
  }

  /** Returns whether the client refused. */
  private boolean once(Replay replay, ExecutorService player, byte[] bytes, long which)
      throws IOException {
    replay.say(bytes);
    Future<Boolean> played = player.submit(() -> refuses(replay.port()));
    try {
      return played.get(HANGING.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      AssertionError hangs = kept(bytes, which, "hangs", e);
      player.shutdownNow();
      throw hangs;
    } catch (ExecutionException e) {
      throw kept(bytes, which, "failed with " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private boolean refuses(int port) {
    try {
      play.play(port);
      return false;
    } catch (ProblemException declared) {
      return true;
    }
  }

  private AssertionError kept(byte[] bytes, long which, String what, @Nullable Throwable cause)
      throws IOException {
    Files.createDirectories(KEPT);
    Path file = KEPT.resolve(name + "-" + which + ".bin");
    Files.write(file, bytes);
    return new AssertionError(
        "The client of %s %s; play it again with -D%s=%s"
            .formatted(name, what, FuzzConformance.AGAIN, file.toAbsolutePath()),
        cause);
  }

  private static void requireNothingLeft(Replay replay, long filesBefore, int threadsBefore) {
    Await.until("every connection is closed", LEAKING, () -> replay.open() == 0);
    Await.until(
        "no file or socket is left open", LEAKING, () -> openFiles() <= filesBefore + SPARE_FILES);
    Await.until("no thread is left", LEAKING, () -> openThreads() <= threadsBefore + SPARE_THREADS);
  }

  private static int openThreads() {
    return Thread.getAllStackTraces().size();
  }

  private static long openFiles() {
    long count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      for (Path ignored : files) {
        count++;
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return count;
  }
}
