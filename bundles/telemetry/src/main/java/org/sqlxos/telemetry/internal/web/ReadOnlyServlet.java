package org.sqlxos.telemetry.internal.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.sqlxos.problem.api.Problem;

/** A page that answers GET and HEAD and refuses everything else. */
abstract class ReadOnlyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Answers a GET; the container leaves the body out for a HEAD. */
  abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    String method = request.getMethod();
    if (method.equals("GET") || method.equals("HEAD")) {
      answer(request, response);
      return;
    }
    response.setHeader("Allow", "GET, HEAD");
    JsonAnswer.problem(
        response,
        Problem.of(
            TelemetryProblem.METHOD_NOT_ALLOWED,
            "\"%s\" answers GET and HEAD".formatted(request.getServletPath())),
        json -> {});
  }
}
