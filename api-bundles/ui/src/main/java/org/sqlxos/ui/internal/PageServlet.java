package org.sqlxos.ui.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves the pages, and, as the last servlet that is asked, says of every other path that there is
 * nothing.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Nothing from elsewhere, nothing inline, in nobody's frame. */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final transient Pages pages;

  @Activate
  public PageServlet(@Reference Pages pages) {
    this.pages = pages;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    String path = request.getRequestURI().substring(request.getContextPath().length());
    Optional<Page> page = path.equals("/404") ? Optional.empty() : pages.page(path);
    if (page.isEmpty()) {
      ProblemAnswer.notFound(request, response, pages);
    } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      answer(request, response, page.get());
    } else {
      ProblemAnswer.methodNotAllowed(request, response);
    }
  }

  private static void answer(HttpServletRequest request, HttpServletResponse response, Page page)
      throws IOException {
    boolean compressed = Accept.gzip(request.getHeader("Accept-Encoding"));
    // A strong ETag stands for bytes, so each encoding has its own.
    String tag = '"' + page.version() + (compressed ? "-gzip\"" : "\"");
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", cacheControl(request, page));
    if (Accept.lists(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    write(response, page, compressed);
  }

  static void write(HttpServletResponse response, Page page, boolean compressed)
      throws IOException {
    response.setContentType(page.mediaType());
    if (compressed) {
      response.setHeader("Content-Encoding", "gzip");
      response.setContentLength(page.gzip().length);
      response.getOutputStream().write(page.gzip());
    } else {
      page.writePlain(response.getOutputStream());
    }
  }

  private static String cacheControl(HttpServletRequest request, Page page) {
    boolean pinned = ("v=" + page.version()).equals(request.getQueryString());
    return pinned ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
