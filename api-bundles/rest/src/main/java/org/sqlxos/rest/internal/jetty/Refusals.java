package org.sqlxos.rest.internal.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.response.ProblemWriter;

/**
 * Jetty's error handler for requests that no servlet gets. Only the status is taken from Jetty: its
 * messages quote the request, and name classes.
 */
final class Refusals implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    Problem problem = problem(response.getStatus());
    byte[] body = ProblemWriter.write(problem, "");
    response.setStatus(problem.code().status());
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, ProblemWriter.MEDIA_TYPE)
        .put(HttpHeader.CONTENT_LENGTH, body.length)
        .put(HttpHeader.CACHE_CONTROL, "no-store")
        .put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.of(RestProblem.PATH_UNKNOWN, "nothing is served here");
      case 405 ->
          Problem.of(RestProblem.METHOD_NOT_ALLOWED, "the server does not know this method");
      case 408 -> Problem.of(RestProblem.REQUEST_TIMEOUT, "the sender paused for too long");
      case 413 -> Problem.of(RestProblem.BODY_TOO_LARGE, "the server takes no body of this size");
      case 414 ->
          Problem.of(RestProblem.URI_TOO_LONG, "the server takes no request line this long");
      case 417 -> Problem.of(RestProblem.EXPECTATION_UNKNOWN, "only 100-continue can be expected");
      case 426, 505 -> Problem.of(RestProblem.VERSION_UNSUPPORTED, "HTTP/1.1 or HTTP/1.0 expected");
      case 431 ->
          Problem.of(RestProblem.HEADERS_TOO_LARGE, "the server takes no headers this long");
      case 503 -> Problem.of(RestProblem.STOPPING, "the server is starting or stopping");
      default ->
          status < 500
              ? Problem.of(
                  RestProblem.MALFORMED_REQUEST,
                  "a valid HTTP request expected, with a path whose % escapes are valid characters")
              : Problem.of(RestProblem.INTERNAL, "the request failed inside the server");
    };
  }
}
