package org.sqlxos.telemetry.internal.web;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sqlxos.problem.api.Problem;

/** {@code /ready}: 200 when operations can be served, else 503 with what is missing. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/ready")
public final class ReadyServlet extends ReadOnlyServlet {

  private static final long serialVersionUID = 1L;
  private static final String RETRY_SECONDS = "1";

  private final transient Readiness readiness;

  @Activate
  public ReadyServlet(@Reference Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<Readiness.Missing> missing = readiness.missing();
    if (missing.isEmpty()) {
      JsonAnswer.write(
          response,
          json -> {
            json.writeStringField("status", "ready");
            json.writeArrayFieldStart("databases");
            for (String database : readiness.databases()) {
              json.writeString(database);
            }
            json.writeEndArray();
          });
      return;
    }
    response.setHeader("Retry-After", RETRY_SECONDS);
    String detail =
        missing.stream()
            .map(item -> "%s \"%s\"".formatted(item.kind(), item.name()))
            .collect(Collectors.joining(", ", "missing: ", ""));
    JsonAnswer.problem(
        response, Problem.of(TelemetryProblem.NOT_READY, detail), json -> list(json, missing));
  }

  private static void list(JsonGenerator json, List<Readiness.Missing> missing) throws IOException {
    json.writeArrayFieldStart("missing");
    for (Readiness.Missing item : missing) {
      json.writeStartObject();
      json.writeStringField("kind", item.kind());
      json.writeStringField("name", item.name());
      json.writeStringField("reason", item.reason());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
