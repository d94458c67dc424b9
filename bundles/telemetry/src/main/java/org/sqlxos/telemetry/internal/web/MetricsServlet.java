package org.sqlxos.telemetry.internal.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sqlxos.telemetry.internal.meter.NodeMeters;

/**
 * {@code /metrics}: all meters, as Prometheus text 0.0.4, or as OpenMetrics 1.0.0 for a reader that
 * accepts it.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends ReadOnlyServlet {

  static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private static final long serialVersionUID = 1L;
  private static final int EXPECTED_BYTES = 32 * 1024;

  private final transient NodeMeters meters;

  @Activate
  public MetricsServlet(@Reference NodeMeters meters) {
    this.meters = meters;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String type = contentType(request.getHeader("Accept"));
    // Collected first: a meter that fails must not leave half an answer behind.
    ByteArrayOutputStream text = new ByteArrayOutputStream(EXPECTED_BYTES);
    meters.write(text, type);
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept");
    response.setContentLength(text.size());
    text.writeTo(response.getOutputStream());
  }

  static String contentType(@Nullable String accept) {
    return accept != null && accept.contains("application/openmetrics-text")
        ? OPEN_METRICS
        : PROMETHEUS;
  }
}
