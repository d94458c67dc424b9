package org.sqlxos.admin.internal.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtension;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsName;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsWhiteboardTarget;
import org.sqlxos.admin.internal.WhiteboardConfiguration;
import org.sqlxos.admin.internal.answer.AdminProblem;
import org.sqlxos.admin.internal.answer.ProblemAnswers;
import org.sqlxos.problem.api.Problem;

/**
 * Lets through who asks from this machine and has the token; before a path is looked up, so that a
 * stranger does not learn which paths there are. Every resource demands this extension by {@link
 * #NAME}: without it none is served.
 */
@Component(service = ContainerRequestFilter.class, scope = ServiceScope.PROTOTYPE)
@JakartarsExtension
@JakartarsWhiteboardTarget(WhiteboardConfiguration.TARGET)
@JakartarsName(AccessFilter.NAME)
@PreMatching
public final class AccessFilter implements ContainerRequestFilter {

  public static final String NAME = "sqlx-admin-access";

  /** What a resource demands. */
  public static final String REQUIRED = "(osgi.jakartars.name=" + NAME + ")";

  private final AdminToken token;

  // Injected by the REST container, which knows no constructor of a service.
  @Context private @Nullable HttpServletRequest request;

  @Activate
  public AccessFilter(@Reference AdminToken token) {
    this.token = token;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    HttpServletRequest current = request;
    if (current == null || !isLoopback(current.getRemoteAddr())) {
      context.abortWith(
          ProblemAnswers.of(
                  Problem.of(AdminProblem.NOT_LOCAL, "the request came from another machine"))
              .build());
    } else if (!token.opens(context.getHeaderString(HttpHeaders.AUTHORIZATION))) {
      context.abortWith(
          ProblemAnswers.of(
                  Problem.of(
                          AdminProblem.UNAUTHORIZED,
                          "the header Authorization does not carry the token")
                      .withHint("Authorization: Bearer with the content of the token file"))
              .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sqlx admin\"")
              .build());
    }
  }

  static boolean isLoopback(@Nullable String address) {
    if (address == null) {
      return false;
    }
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
