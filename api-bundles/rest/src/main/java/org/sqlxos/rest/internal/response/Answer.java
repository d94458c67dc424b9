package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Outcome.Rows;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.rest.internal.request.ContentCoding;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Preferences;
import org.sqlxos.rest.internal.request.Representation;
import org.sqlxos.rest.internal.request.RestProblem;

/** The answer to one request. Status and headers can be set until its body flows. */
public final class Answer {

  private static final int HELD_BYTES = 16_384;

  /** An array of Java cannot be longer. */
  private static final int EVERYTHING = Integer.MAX_VALUE - 8;

  /** Jetty's own code for {@code sendError}: close the connection, also in the middle of a body. */
  private static final int JETTY_ABORT = -1;

  private final HttpServletResponse response;
  private final Preferences preferences;
  private final Map<String, String> ifGood = new LinkedHashMap<>();
  private boolean flowing;

  public Answer(HttpServletResponse response, Preferences preferences) {
    this.response = response;
    this.preferences = preferences;
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
    document(head(status, AnswerHead.Tag.NONE, mediaType), body);
  }

  /**
   * A document that the caller may keep if it asks whether it is still the same before each use.
   */
  public void keptDocument(String mediaType, byte[] body) throws IOException {
    document(head(HttpServletResponse.SC_OK, AnswerHead.Tag.KEPT, mediaType), body);
  }

  private void document(AnswerHead head, byte[] body) throws IOException {
    try (OutputStream out = head.open(body, body.length, true)) {
      flowing = true;
      out.write(body);
    }
  }

  /**
   * One binary value, or the part of it that is asked for. It is not compressed, for most that are
   * kept in a database are already, and the range of a compressed one would be another.
   *
   * @param name of a file that holds it
   */
  public void octets(byte[] octets, RangeHeader asked, String name) throws IOException {
    String tag = EntityTag.of(octets, octets.length, ContentCoding.IDENTITY);
    header("ETag", tag);
    header("Cache-Control", "private, no-cache");
    header("Accept-Ranges", "bytes");
    if (preferences.knows(tag)) {
      empty(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    ByteRange range = asked.of(octets.length, tag);
    range.contentRange().ifPresent(value -> header("Content-Range", value));
    if (range.outside()) {
      throw RestProblem.RANGE_UNSATISFIABLE.problem(
          "the value has %d octets".formatted(octets.length), "ask for some of them");
    }
    header("Content-Disposition", ContentDisposition.of(name));
    response.setStatus(range.status());
    response.setContentType(Representation.OCTETS.contentType());
    response.setContentLengthLong(range.length());
    if (!preferences.bodiless()) {
      flowing = true;
      try (OutputStream out = new Network(response)) {
        out.write(octets, range.first(), range.length());
      }
    }
  }

  /** A problem document. */
  public void problem(Problem problem, String instance) throws IOException {
    ifGood.clear();
    if (problem.code().retryable() && problem.code().status() == 503) {
      header("Retry-After", "1");
    }
    document(
        problem.code().status(), ProblemWriter.MEDIA_TYPE, ProblemWriter.write(problem, instance));
  }

  /**
   * A page of a list, sent as it is read.
   *
   * @param more whether the cursor stands on a row; else it has been read to its end
   */
  public void list(Rows rows, boolean more, Pagination pagination) throws IOException {
    json(
        head(200, AnswerHead.Tag.KEPT, MediaTypes.JSON),
        HELD_BYTES,
        json -> pagination.write(json, rows, more));
  }

  /**
   * Rows with nothing around them, sent as they are read.
   *
   * @param name of a file that holds them, without its extension
   * @param more whether the cursor stands on a row; else it has been read to its end
   */
  public void export(Rows rows, boolean more, Representation representation, String name)
      throws IOException {
    headerIfGood(
        "Content-Disposition", ContentDisposition.of(name + '.' + representation.extension()));
    AnswerHead head = head(200, AnswerHead.Tag.KEPT, representation.contentType());
    send(
        head,
        HELD_BYTES,
        out -> {
          RowFormat format = format(representation, name).begin(out, rows.columns());
          Cursor cursor = rows.cursor();
          for (boolean any = more; any; any = cursor.next()) {
            format.write(cursor);
          }
          format.finish();
        });
  }

  private static RowFormat.Factory format(Representation representation, String name) {
    return switch (representation) {
      case NDJSON -> NdjsonRows::new;
      case CSV -> CsvRows::new;
      case XLSX -> (out, columns) -> new XlsxRows(out, columns, name);
      case JSON, OCTETS -> throw new IllegalArgumentException("a page is a list, not an export");
    };
  }

  /** The row that the cursor stands on, sent as it is read. */
  public void row(Rows rows) throws IOException {
    json(
        head(200, AnswerHead.Tag.KEPT, MediaTypes.JSON),
        HELD_BYTES,
        json -> RowDocument.single(json, rows));
  }

  /**
   * The reply to a change. Nothing is sent before {@code end}: until then the database may still
   * refuse the change.
   *
   * @param applied the preferences that were understood
   * @param end takes what is left of the outcome
   */
  public void reply(Reply reply, List<String> applied, Runnable end) throws IOException {
    if (!applied.isEmpty()) {
      headerIfGood("Preference-Applied", String.join(", ", applied));
    }
    reply.headers().forEach(this::headerIfGood);
    if (reply.body().isEmpty()) {
      end.run();
      ifGood.forEach(response::setHeader);
      empty(reply.status());
      return;
    }
    Reply.Members members = reply.body().get();
    AnswerHead.Tag tag = reply.tagged() ? AnswerHead.Tag.TOLD : AnswerHead.Tag.NONE;
    json(
        head(reply.status(), tag, MediaTypes.JSON),
        EVERYTHING,
        json -> {
          members.write(json);
          end.run();
        });
  }

  /** Events, each of them sent at once, as long as the body goes on. */
  public void events(Body<EventStream> body) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(MediaTypes.EVENTS);
    // Proxies that hold answers back would hold back every event.
    response.setHeader("X-Accel-Buffering", "no");
    flowing = true;
    Network network = new Network(response);
    body.write(
        frame -> {
          network.write(frame, 0, frame.length);
          network.push();
        });
  }

  /** Takes events. */
  @FunctionalInterface
  public interface EventStream {

    /** Sends an event as it is. */
    void send(byte[] frame) throws IOException;
  }

  private AnswerHead head(int status, AnswerHead.Tag tag, String contentType) {
    return new AnswerHead(response, preferences, status, tag, contentType, ifGood);
  }

  private void json(AnswerHead head, int bound, Body<JsonGenerator> body) throws IOException {
    send(
        head,
        bound,
        out -> {
          JsonGenerator json = Json.generator(out);
          json.writeStartObject();
          body.write(json);
          json.writeEndObject();
          json.close();
        });
  }

  private void send(AnswerHead head, int bound, Body<OutputStream> body) throws IOException {
    HeldOutput out = new HeldOutput(bound, head);
    try {
      body.write(out);
      out.finish();
    } finally {
      flowing = out.flowing();
    }
  }

  /** What a body is made of. */
  @FunctionalInterface
  public interface Body<T> {
    void write(T out) throws IOException;
  }
}
