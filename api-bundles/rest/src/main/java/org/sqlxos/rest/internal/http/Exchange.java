package org.sqlxos.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.request.BodyReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.Parameter;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.RowBody;
import org.sqlxos.rest.internal.response.Answer;
import org.sqlxos.rest.internal.write.Prefer;
import org.sqlxos.rest.internal.write.RowTag;
import org.sqlxos.rest.internal.write.Terms;

/**
 * One request with its answer.
 *
 * @param id the operation's, told to the caller too
 * @param admission who asks, and what it may see
 * @param limits those of the API and of the caller
 * @param runner the pipeline that was present when the request came
 */
record Exchange(
    String id,
    HttpServletRequest request,
    Answer answer,
    Admission.Granted admission,
    RequestLimits limits,
    Function<Operation, Outcome> runner,
    Deadline deadline) {

  private static final Duration LONGEST_LOAD = Duration.ofMinutes(10);

  List<Parameter> parameters() {
    return Parameter.read(request.getQueryString());
  }

  /** GET, as far as the statement goes: HEAD differs in the answer only. */
  String method() {
    return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
  }

  List<String> accept() {
    return Collections.list(request.getHeaders("Accept"));
  }

  /** Whether there is no body. */
  boolean bodyless() {
    return request.getContentLengthLong() == 0
        || request.getContentLengthLong() < 0
            && request.getHeader("Transfer-Encoding") == null
            && request.getContentType() == null;
  }

  /** The rows of the body. */
  RowBody body() throws IOException {
    MediaTypes.requireJson(
        request.getContentType(),
        request.getHeader("Content-Encoding"),
        request.getMethod().equals("PATCH"));
    return BodyReader.read(
        request.getInputStream(), request.getContentLengthLong(), limits.bodyMaxBytes());
  }

  /** The media type of the body without its parameters; empty where there is none. */
  String contentType() {
    String type = request.getContentType();
    return type == null ? "" : MediaTypes.essence(type);
  }

  /** What the caller prefers of a write. */
  Prefer prefer() {
    return Prefer.of(Collections.list(request.getHeaders("Prefer")));
  }

  /** What the caller says of a change that is the whole request. */
  Terms terms() {
    RowTag tag = new RowTag(Collections.list(request.getHeaders("If-Match")));
    return new Terms(prefer(), tag);
  }

  /** Whether the caller wants to make a row, and not to change one. */
  boolean ifNoneMatch() {
    return Collections.list(request.getHeaders("If-None-Match")).stream()
        .anyMatch(value -> value.strip().equals("*"));
  }

  /** Runs the statement that the request is about. */
  Outcome run(CatalogSnapshot catalog, Statement statement) {
    return runner.apply(new Operation(id, statement, admission.caller(), catalog, deadline));
  }

  /** Runs a statement that takes as long as its body takes to come. */
  Outcome runLong(CatalogSnapshot catalog, Statement statement) {
    long millis = Math.min(LONGEST_LOAD.toMillis(), admission.bounds().timeMillis());
    Deadline longest = Deadline.in(Duration.ofMillis(millis));
    return runner.apply(new Operation(id, statement, admission.caller(), catalog, longest));
  }

  /** Runs a statement beside the one that the request is about. */
  Outcome runBeside(CatalogSnapshot catalog, Statement statement) {
    return runner.apply(new Operation(id + ".1", statement, admission.caller(), catalog, deadline));
  }

  /** The rows of an outcome that was asked for rows. */
  static Outcome.Rows rows(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rows rows -> rows;
      case Outcome.Changed _, Outcome.Several _ ->
          throw new IllegalStateException("rows were asked for, something else came");
    };
  }
}
