package org.sqlxos.telemetry.internal.web;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.SelfReport;

/**
 * {@code /health}: the process lives and answers. It looks at nothing else on purpose: whoever asks
 * this restarts what does not answer, and a restart mends no database.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health")
public final class HealthServlet extends ReadOnlyServlet {

  private static final long serialVersionUID = 1L;

  private final String version;
  private final transient List<SelfReport> reports = new CopyOnWriteArrayList<>();

  @Activate
  public HealthServlet(BundleContext context) {
    this(context.getBundle().getVersion().toString());
  }

  HealthServlet(String version) {
    this.version = version;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindReport(SelfReport report) {
    reports.add(report);
  }

  void unbindReport(SelfReport report) {
    reports.remove(report);
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
          problems(json);
        });
  }

  // The codes alone: everybody may ask.
  private void problems(JsonGenerator json) throws IOException {
    List<Problem> problems =
        reports.stream().flatMap(report -> report.problems().stream()).toList();
    if (problems.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("problems");
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code().code());
      json.writeStringField("title", problem.code().title());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
