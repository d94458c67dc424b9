package org.sqlxos.admin.internal.answer;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsWhiteboardTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.admin.internal.WhiteboardConfiguration;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;

/** Answers whatever was thrown with a problem document, those of Jakarta REST itself included. */
@Component(service = ExceptionMapper.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsName("sqlx-admin-problems")
public final class ThrowableMapper implements ExceptionMapper<Throwable> {

  private static final Logger log = LoggerFactory.getLogger(ThrowableMapper.class);

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem -> ProblemAnswers.of(problem.problem()).build();
      case WebApplicationException web -> answer(web);
      default -> internal(thrown);
    };
  }

  private static Response answer(WebApplicationException web) {
    int status = web.getResponse().getStatus();
    if (status < 400) {
      return web.getResponse();
    }
    if (status >= 500) {
      return internal(web);
    }
    Response.ResponseBuilder answer =
        ProblemAnswers.of(
            switch (status) {
              case 404 -> Problem.of(AdminProblem.NOT_FOUND, "there is nothing under this path");
              case 405 -> Problem.of(AdminProblem.METHOD_NOT_ALLOWED, "see the header Allow");
              case 406 -> Problem.of(AdminProblem.NOT_ACCEPTABLE, "accept application/json");
              default -> Problem.of(AdminProblem.REFUSED, "the server refused it: " + status);
            });
    Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allow).build();
  }

  private static Response internal(Throwable thrown) {
    log.error("A request to the admin API failed", thrown);
    return ProblemAnswers.of(Problem.of(AdminProblem.INTERNAL, "the log of the node tells more"))
        .build();
  }
}
