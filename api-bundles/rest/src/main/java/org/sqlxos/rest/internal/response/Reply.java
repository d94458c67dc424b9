package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a change, which is an answer of its own or a part of one.
 *
 * @param headers besides those of every answer
 * @param body the members of the body's object; absent where there is no body
 * @param tagged whether the body is what a read of the row would answer, so that its tag is told
 */
public record Reply(
    int status, Map<String, String> headers, Optional<Members> body, boolean tagged) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  /** A reply without body. */
  public static Reply empty(int status) {
    return new Reply(status, Map.of(), Optional.empty(), false);
  }

  /** A reply with a body. */
  public static Reply of(int status, Members body) {
    return new Reply(status, Map.of(), Optional.of(body), false);
  }

  /** The same with another header. */
  public Reply with(String name, String value) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body, tagged);
  }

  /** The same, told by its tag. */
  public Reply asTagged() {
    return new Reply(status, headers, body, true);
  }

  /** Writes the members of an object. */
  @FunctionalInterface
  public interface Members {
    void write(JsonGenerator json) throws IOException;
  }
}
