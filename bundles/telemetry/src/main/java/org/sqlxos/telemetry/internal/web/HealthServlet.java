package org.sqlxos.telemetry.internal.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /health}: the process lives and answers. It looks at nothing else on purpose: whoever asks
 * this restarts what does not answer, and a restart mends no database.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health")
public final class HealthServlet extends ReadOnlyServlet {

  private static final long serialVersionUID = 1L;

  private final String version;

  @Activate
  public HealthServlet(BundleContext context) {
    this(context.getBundle().getVersion().toString());
  }

  HealthServlet(String version) {
    this.version = version;
  }

  @Override
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    JsonAnswer.write(
        response,
        json -> {
          json.writeStringField("status", "up");
          json.writeStringField("version", version);
          json.writeNumberField(
              "uptime_seconds", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
        });
  }
}
