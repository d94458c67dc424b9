package org.sqlxos.rest.internal.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;

/** The characters of a body, of which no more are held than one row may have. */
final class TextInput {

  private static final int END = -1;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader reader;
  private final int mostCharacters;
  private long line = 1;
  private int held = -2;
  private int count;

  /**
   * @param mostCharacters of one row
   */
  TextInput(InputStream body, int mostCharacters) {
    this.reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
    this.mostCharacters = mostCharacters;
    if (peek() == BYTE_ORDER_MARK) {
      int unused = read();
    }
  }

  /** The line of the next character, from 1. */
  long line() {
    return line;
  }

  /** Counts the characters of a row from here. */
  void beginRow() {
    count = 0;
  }

  /** The next character; -1 at the end. A line ends with one line feed, however it was written. */
  int read() {
    int next = peek();
    held = -2;
    if (next == '\r' && peek() == '\n') {
      next = '\n';
      held = -2;
    } else if (next == '\r') {
      next = '\n';
    }
    if (next == '\n') {
      line++;
    }
    count++;
    if (count > mostCharacters) {
      throw RestProblem.BODY_TOO_LARGE.problem(
          "line %d: a row has at most %d characters".formatted(line, mostCharacters));
    }
    return next;
  }

  /** The next character as it was written; -1 at the end. */
  int readExactly() {
    int next = peek();
    if (next != '\r' && next != '\n') {
      return read();
    }
    held = -2;
    // The line feed after a carriage return is counted.
    if (next == '\n' || peek() != '\n') {
      line++;
    }
    count++;
    return next;
  }

  /** The same as {@link #read} without taking it. */
  int peek() {
    if (held == -2) {
      held = take();
    }
    return held;
  }

  boolean ended() {
    return peek() == END;
  }

  // A container reports clients that vanish by exceptions of its own choice.
  private int take() {
    try {
      return reader.read();
    } catch (CharacterCodingException e) {
      throw RestProblem.MALFORMED_BODY.problem("near line %d: not UTF-8".formatted(line));
    } catch (IOException | IllegalStateException e) {
      throw new ProblemException(
          RestProblem.MALFORMED_BODY
              .problem("the body ended within line %d; nothing was written".formatted(line))
              .problem(),
          e);
    }
  }
}
