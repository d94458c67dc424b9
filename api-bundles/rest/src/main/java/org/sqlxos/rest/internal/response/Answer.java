package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.problem.api.Problem;

/** The answer to one request. Status and headers can be set until its body flows. */
public final class Answer {

  private static final int HELD_BYTES = 16_384;

  /** An array of Java cannot be longer. */
  private static final int EVERYTHING = Integer.MAX_VALUE - 8;

  /** Jetty's own code for {@code sendError}: close the connection, also in the middle of a body. */
  private static final int JETTY_ABORT = -1;

  private final HttpServletResponse response;
  private final boolean bodiless;
  private final Map<String, String> ifGood = new LinkedHashMap<>();
  private boolean flowing;

  /**
   * @param bodiless whether it is the answer to HEAD: headers as for GET, no body
   */
  public Answer(HttpServletResponse response, boolean bodiless) {
    this.response = response;
    this.bodiless = bodiless;
  }

  /** Whether a part of the body has been sent, after which no other answer is possible. */
  public boolean flowing() {
    return flowing || response.isCommitted();
  }

  /**
   * Cuts the connection in the middle of the body, so that nobody takes what has been sent for the
   * whole. An exception alone would not do: the whiteboard's dispatcher catches it and ends the
   * body as if all were well.
   */
  public void cut(Throwable cause) throws IOException {
    ServletResponse innermost = response;
    while (innermost instanceof ServletResponseWrapper wrapper) {
      innermost = wrapper.getResponse();
    }
    try {
      if (innermost instanceof HttpServletResponse http) {
        http.sendError(JETTY_ABORT);
      }
    } catch (IllegalStateException e) {
      // Another container than Jetty: an exception is all that is left to say.
      throw new IOException("answer broken off", cause);
    }
  }

  public void header(String name, String value) {
    response.setHeader(name, value);
  }

  /** A header that the answer has only if it is one with rows. */
  public void headerIfGood(String name, String value) {
    ifGood.put(name, value);
  }

  /** An answer without body. */
  public void empty(int status) {
    response.setStatus(status);
  }

  /** A document that is ready. */
  public void document(int status, String mediaType, byte[] body) throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLengthLong(body.length);
    if (!bodiless) {
      flowing = true;
      Network.send(response, body, 0, body.length);
    }
  }

  /** A problem document. */
  public void problem(Problem problem, String instance) throws IOException {
    if (problem.code().retryable() && problem.code().status() == 503) {
      header("Retry-After", "1");
    }
    document(
        problem.code().status(), ProblemWriter.MEDIA_TYPE, ProblemWriter.write(problem, instance));
  }

  /**
   * A list, sent as it is read.
   *
   * @param more whether the cursor stands on a row; else it has been read to its end
   */
  public void list(Rows rows, boolean more, Pagination pagination) throws IOException {
    write(
        200,
        HELD_BYTES,
        json -> {
          data(json, rows, more);
          pagination.write(json, rows.total().value());
        });
  }

  /** The row that the cursor stands on, sent as it is read. */
  public void row(Rows rows) throws IOException {
    write(200, HELD_BYTES, json -> single(json, rows));
  }

  /**
   * The changed row that the cursor stands on. Nothing is sent before the outcome is closed: until
   * then the database may still refuse the change.
   */
  public void changed(int status, Rows rows) throws IOException {
    write(
        status,
        EVERYTHING,
        json -> {
          single(json, rows);
          drain(rows);
        });
  }

  /** All changed rows; the cursor stands before the first. Sent as {@link #changed} does. */
  public void allChanged(int status, Rows rows) throws IOException {
    write(
        status,
        EVERYTHING,
        json -> {
          data(json, rows, rows.cursor().next());
          drain(rows);
        });
  }

  private void write(int status, int bound, Body body) throws IOException {
    HeldOutput out = new HeldOutput(response, bound, bodiless, () -> start(status));
    try {
      JsonGenerator json = Json.generator(out);
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
      json.close();
      out.finish();
    } finally {
      flowing = out.flowing();
    }
  }

  private void start(int status) {
    response.setStatus(status);
    response.setContentType("application/json");
    ifGood.forEach(response::setHeader);
  }

  private static void single(JsonGenerator json, Rows rows) throws IOException {
    json.writeFieldName("data");
    new RowWriter(json, rows.columns()).write(rows.cursor());
  }

  private static void data(JsonGenerator json, Rows rows, boolean first) throws IOException {
    RowWriter writer = new RowWriter(json, rows.columns());
    Cursor cursor = rows.cursor();
    json.writeArrayFieldStart("data");
    for (boolean more = first; more; more = cursor.next()) {
      writer.write(cursor);
    }
    json.writeEndArray();
  }

  private static void drain(Rows rows) {
    while (rows.cursor().next()) {
      // A mutation is done only when all rows that it returns have been taken.
    }
    rows.close();
  }

  /** What stands between the braces of a body. */
  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * Where in the list an answer lies.
   *
   * @param page from 1
   * @param limit rows of a page
   */
  public record Pagination(long page, int limit) {

    void write(JsonGenerator json, OptionalLong total) throws IOException {
      json.writeObjectFieldStart("pagination");
      json.writeNumberField("page", page);
      json.writeNumberField("limit", limit);
      if (total.isPresent()) {
        json.writeNumberField("total", total.getAsLong());
        json.writeNumberField("pages", Math.ceilDiv(total.getAsLong(), limit));
      }
      json.writeEndObject();
    }
  }
}
