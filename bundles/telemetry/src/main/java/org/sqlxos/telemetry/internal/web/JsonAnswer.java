package org.sqlxos.telemetry.internal.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;

/** Writes small JSON documents that no cache keeps. */
final class JsonAnswer {

  private static final String TYPES = "https://sqlxos.org/problems/";
  private static final JsonFactory JSON = new JsonFactory();

  private JsonAnswer() {}

  /** The members of an object. */
  @FunctionalInterface
  interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  static void write(HttpServletResponse response, Members members) throws IOException {
    write(response, "application/json", members);
  }

  /** A problem document (RFC 9457) with further members. */
  static void problem(HttpServletResponse response, Problem problem, Members more)
      throws IOException {
    ProblemCode code = problem.code();
    response.setStatus(code.status());
    write(
        response,
        "application/problem+json",
        json -> {
          json.writeStringField("type", TYPES + code.code());
          json.writeStringField("title", code.title());
          json.writeNumberField("status", code.status());
          json.writeStringField("detail", problem.detail());
          json.writeStringField("code", code.code());
          if (code.retryable()) {
            json.writeBooleanField("retryable", true);
          }
          more.write(json);
        });
  }

  private static void write(HttpServletResponse response, String type, Members members)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    }
  }
}
