package org.sqlxos.admin.internal.answer;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;

/** Makes problem documents of problems. */
public final class ProblemAnswers {

  private static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPES = "https://sqlxos.org/problems/";

  private ProblemAnswers() {}

  public static Response.ResponseBuilder of(Problem problem) {
    ProblemCode code = problem.code();
    JsonDocument document =
        json -> {
          json.writeStartObject();
          json.writeStringField("type", TYPES + code.code());
          json.writeStringField("title", code.title());
          json.writeNumberField("status", code.status());
          json.writeStringField("detail", problem.detail());
          json.writeStringField("code", code.code());
          if (problem.hint().isPresent()) {
            json.writeStringField("hint", problem.hint().get());
          }
          if (code.retryable()) {
            json.writeBooleanField("retryable", true);
          }
          json.writeEndObject();
        };
    return Response.status(code.status())
        .type(MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(document);
  }
}
