package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.Violation;

/** Writes problem documents of RFC 9457. */
public final class ProblemWriter {

  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPES = "https://sqlxos.org/problems/";

  private ProblemWriter() {}

  /**
   * Writes one document.
   *
   * @param instance the path of the request; empty where it could not be read
   */
  public static byte[] write(Problem problem, String instance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ProblemCode code = problem.code();
    try (JsonGenerator json = Json.generator(out)) {
      json.writeStartObject();
      json.writeStringField("type", TYPES + code.code());
      json.writeStringField("title", code.title());
      json.writeNumberField("status", code.status());
      json.writeStringField("detail", problem.detail());
      json.writeStringField("code", code.code());
      optional(json, "instance", instance);
      optional(json, "hint", problem.hint().orElse(""));
      optional(json, "sqlState", problem.sqlState().orElse(""));
      violations(json, problem);
      if (code.retryable()) {
        json.writeBooleanField("retryable", true);
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void optional(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void violations(JsonGenerator json, Problem problem) throws IOException {
    if (problem.violations().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("violations");
    for (Violation violation : problem.violations()) {
      json.writeStartObject();
      json.writeStringField("pointer", violation.pointer());
      json.writeStringField("rule", violation.rule());
      json.writeStringField("message", violation.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
