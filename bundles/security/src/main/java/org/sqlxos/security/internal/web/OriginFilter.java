package org.sqlxos.security.internal.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.sqlxos.security.internal.SecurityState;

/**
 * Tells browsers which origins' pages may read answers (Fetch, 3.2). Credentials are headers that a
 * page has to send itself, never cookies, so that answers need not be kept from anybody who knows
 * none. A page of an origin that is not configured gets no word, and the browser keeps the answer
 * from it.
 */
@Component(service = Filter.class)
@HttpWhiteboardFilterPattern("/api/*")
public final class OriginFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String EVERY = "*";
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Authorization, X-API-Key, Content-Type, Accept, If-Match, If-None-Match, Prefer,"
          + " Idempotency-Key";
  private static final String ANSWER_HEADERS =
      "ETag, Location, X-Request-Id, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset,"
          + " Retry-After, WWW-Authenticate, Content-Disposition, Server-Timing";
  private static final String KEPT_SECONDS = "600";

  private final transient Set<String> origins;

  @Activate
  public OriginFilter(@Reference SecurityState state) {
    this.origins = state.origins();
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    if (origin == null || origins.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    boolean permitted = origins.contains(EVERY) || origins.contains(origin);
    response.addHeader("Vary", "Origin");
    if (permitted) {
      response.setHeader("Access-Control-Allow-Origin", origins.contains(EVERY) ? EVERY : origin);
    }
    if (request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null) {
      preflight(response, permitted);
      return;
    }
    if (permitted) {
      response.setHeader("Access-Control-Expose-Headers", ANSWER_HEADERS);
    }
    chain.doFilter(request, new Varying(response));
  }

  private static void preflight(HttpServletResponse response, boolean permitted) {
    if (permitted) {
      response.setHeader("Access-Control-Allow-Methods", METHODS);
      response.setHeader("Access-Control-Allow-Headers", REQUEST_HEADERS);
      response.setHeader("Access-Control-Max-Age", KEPT_SECONDS);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  /** An answer whose {@code Vary} keeps what it has. */
  private static final class Varying extends HttpServletResponseWrapper {

    Varying(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (name.equalsIgnoreCase("Vary")) {
        addHeader(name, value);
      } else {
        super.setHeader(name, value);
      }
    }
  }
}
