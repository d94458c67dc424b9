package org.sqlxos.ui.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;

/** Says what is wrong: to a browser with a page, to a program with a problem document. */
final class ProblemAnswer {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String TYPES = "https://sqlxos.org/problems/";

  private ProblemAnswer() {}

  static void notFound(HttpServletRequest request, HttpServletResponse response, Pages pages)
      throws IOException {
    response.setHeader("Vary", "Accept");
    Optional<Page> page = pages.page("/404");
    if (page.isPresent() && Accept.html(request.getHeader("Accept"))) {
      response.setStatus(UiProblem.NOT_FOUND.status());
      response.setHeader("Cache-Control", "no-store");
      PageServlet.write(response, page.get(), false);
    } else {
      write(
          request,
          response,
          Problem.of(UiProblem.NOT_FOUND, "no page and no API is served here")
              .withHint("\"/\" lists what there is"));
    }
  }

  static void methodNotAllowed(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", "GET, HEAD");
    write(
        request, response, Problem.of(UiProblem.METHOD_NOT_ALLOWED, "a page answers GET and HEAD"));
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    ProblemCode code = problem.code();
    response.setStatus(code.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    try (JsonGenerator json = JSON.createGenerator(response.getOutputStream())) {
      json.writeStartObject();
      json.writeStringField("type", TYPES + code.code());
      json.writeStringField("title", code.title());
      json.writeNumberField("status", code.status());
      json.writeStringField("detail", problem.detail());
      json.writeStringField("code", code.code());
      json.writeStringField("instance", request.getRequestURI());
      if (problem.hint().isPresent()) {
        json.writeStringField("hint", problem.hint().get());
      }
      json.writeEndObject();
    }
  }
}
