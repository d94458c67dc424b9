package org.sqlxos.security.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.ProblemException;

/**
 * What a file says, read again when it changes. A file that cannot be used changes nothing: what it
 * said before stays in force, and the fault stands until it is mended.
 *
 * <p>A file of this kind is small; it is compared whole, for a time stamp may be too coarse to tell
 * two changes apart.
 *
 * @param <T> what the text means
 */
public final class WatchedFile<T> {

  private static final Logger log = LoggerFactory.getLogger(WatchedFile.class);
  private static final int GREATEST_BYTES = 1 << 20;

  private final Path path;
  private final ProblemCode unusable;
  private final Reader<T> reader;
  private final T absent;
  private byte[] read = new byte[0];
  private volatile T value;
  private volatile Optional<Problem> fault = Optional.empty();

  /**
   * @param unusable the problem that a file is that cannot be read
   * @param absent what is in force until there was a file that can be used
   */
  public WatchedFile(Path path, ProblemCode unusable, T absent, Reader<T> reader) {
    this.path = path;
    this.unusable = unusable;
    this.reader = reader;
    this.absent = absent;
    this.value = absent;
  }

  /** What is in force. */
  public T value() {
    return value;
  }

  /** What is wrong with the file as it is now. */
  public Optional<Problem> fault() {
    return fault;
  }

  /**
   * Looks at the file.
   *
   * @return whether something else is in force now
   */
  public synchronized boolean look() {
    try {
      return changed(content());
    } catch (NoSuchFileException e) {
      return vanished();
    } catch (IOException e) {
      return fails(Problem.of(unusable, "\"%s\" cannot be read".formatted(path)));
    }
  }

  private byte[] content() throws IOException {
    if (Files.size(path) > GREATEST_BYTES) {
      throw new IOException("too long");
    }
    return Files.readAllBytes(path);
  }

  private boolean changed(byte[] content) {
    if (Arrays.equals(content, read)) {
      return false;
    }
    read = content;
    try {
      value = reader.read(new String(content, java.nio.charset.StandardCharsets.UTF_8));
    } catch (ProblemException e) {
      return fails(e.problem());
    }
    fault = Optional.empty();
    log.info("\"{}\" is in force", path);
    return true;
  }

  // An editor may replace a file by taking it away first, and a policy that is gone permits nothing
  // new: what was in force stays.
  private boolean vanished() {
    if (value != absent) {
      read = new byte[0];
      return fails(
          Problem.of(unusable, "\"%s\" is gone; what it said stays in force".formatted(path)));
    }
    return false;
  }

  private boolean fails(Problem problem) {
    if (fault.filter(problem::equals).isEmpty()) {
      log.error("{}: {}", problem.code().code(), problem.detail());
    }
    fault = Optional.of(problem);
    return false;
  }

  /** Makes sense of a text, or refuses it with a {@link ProblemException}. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(String text);
  }
}
