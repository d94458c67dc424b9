package org.sqlxos.rest.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.catalog.api.LiveChanges;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.changes.Channels;
import org.sqlxos.rest.internal.openapi.OpenApiDocuments;
import org.sqlxos.rest.internal.repeat.RepeatedRequests;
import org.sqlxos.rest.internal.request.Preferences;
import org.sqlxos.rest.internal.request.RequestLimits;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.UnreadBody;
import org.sqlxos.rest.internal.response.Answer;
import org.sqlxos.rest.internal.response.ClientGoneException;
import org.sqlxos.stage.api.PhaseTimes;
import org.sqlxos.stage.api.Pipeline;

/**
 * The border of the REST API: gives each request its headers and its identity, and makes a problem
 * document of whatever goes wrong behind it.
 */
@Component(service = Servlet.class, configurationPid = RestConfiguration.PID)
@Designate(ocd = RestConfiguration.class)
@HttpWhiteboardServletName("sqlx-rest")
@HttpWhiteboardServletPattern(RestServlet.ROOT + "/*")
public final class RestServlet extends HttpServlet {

  static final String ROOT = "/api";

  private static final Logger LOG = LoggerFactory.getLogger(RestServlet.class);
  private static final Duration LONGEST_DRAIN = Duration.ofSeconds(10);

  private final transient LiveCatalogs catalogs = new LiveCatalogs();
  private final transient InFlight inFlight = new InFlight();
  private final transient OperationIds ids = new OperationIds();
  private final transient CurrentPipeline pipeline = new CurrentPipeline();
  private final transient Door door = new Door(pipeline);
  private final transient RequestLimits limits;
  private final transient Duration timeout;
  private final transient boolean timed;
  private final transient RepeatedRequests repeats = new RepeatedRequests();
  private final transient Channels channels;
  private final transient Router router;

  /** Called by Declarative Services. */
  @Activate
  public RestServlet(RestConfiguration configuration) {
    this.timeout = Duration.ofMillis(configuration.timeout_millis());
    this.timed = configuration.server_timing();
    this.limits =
        new RequestLimits(
            configuration.body_max_bytes(),
            configuration.limit_default(),
            configuration.limit_max(),
            configuration.conditions_max(),
            configuration.depth_max(),
            configuration.embeds_max(),
            configuration.embed_depth_max());
    this.channels =
        new Channels(
            new Channels.Settings(
                configuration.changes_poll_millis(),
                configuration.changes_poll_rows(),
                configuration.changes_streams_max()),
            pipeline::runner,
            catalogs::whole);
    this.router =
        new Router(catalogs, new OpenApiDocuments(limits), new ChangesResource(channels, door));
  }

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      cardinality = ReferenceCardinality.MULTIPLE,
      unbind = "removeCatalog")
  void addCatalog(LiveCatalog catalog, Map<String, Object> properties) {
    catalogs.add(catalog, properties);
  }

  void removeCatalog(LiveCatalog catalog, Map<String, Object> properties) {
    catalogs.remove(catalog, properties);
  }

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      cardinality = ReferenceCardinality.MULTIPLE,
      unbind = "removeChanges")
  void addChanges(LiveChanges changes, Map<String, Object> properties) {
    channels.add(String.valueOf(properties.get(LiveCatalog.DATABASE)), changes);
  }

  void removeChanges(LiveChanges changes, Map<String, Object> properties) {
    channels.remove(String.valueOf(properties.get(LiveCatalog.DATABASE)), changes);
  }

  // Requests in flight keep the pipeline that they began with.
  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.OPTIONAL,
      unbind = "unsetPipeline")
  void setPipeline(Pipeline present) {
    pipeline.set(present);
  }

  void unsetPipeline(Pipeline gone) {
    pipeline.unset(gone);
  }

  @Reference(
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY,
      cardinality = ReferenceCardinality.OPTIONAL,
      unbind = "unsetGate")
  void setGate(Gate present) {
    door.set(present);
  }

  void unsetGate(Gate gone) {
    door.unset(gone);
  }

  /** The service is gone by now: no new request comes, those in flight are waited for. */
  @Deactivate
  void deactivate() {
    channels.close();
    int left = inFlight.drain(LONGEST_DRAIN);
    if (left > 0) {
      LOG.warn("{} requests were still in flight after {}", left, LONGEST_DRAIN);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Answer answer = new Answer(response, Preferences.of(request));
    String id = ids.next();
    headers(answer, id);
    try {
      admit(id, request, response, answer);
    } catch (ClientGoneException e) {
      LOG.debug("the client of operation {} has gone", id, e);
    }
  }

  private void admit(
      String id, HttpServletRequest request, HttpServletResponse response, Answer answer)
      throws IOException {
    if (!inFlight.enter()) {
      refuse(
          request,
          answer,
          Problem.of(RestProblem.STOPPING, "this part of the node is being replaced"));
      return;
    }
    try {
      Admission admission = door.admit(request);
      admission.headers().forEach(answer::header);
      switch (admission) {
        case Admission.Refused refused -> refuse(request, answer, refused.problem());
        case Admission.Granted granted when RepeatedRequests.asked(request) ->
            repeated(exchange(id, request, answer, granted), response);
        case Admission.Granted granted -> guarded(exchange(id, request, answer, granted));
      }
    } finally {
      inFlight.leave();
    }
  }

  private void repeated(Exchange exchange, HttpServletResponse response) throws IOException {
    HttpServletRequest request = exchange.request();
    try {
      repeats.answer(
          new RepeatedRequests.Owner(
              exchange.admission().caller(), exchange.limits().bodyMaxBytes()),
          request,
          response,
          (kept, recording) ->
              guarded(
                  exchange(
                      exchange.id(),
                      kept,
                      new Answer(recording, Preferences.of(request)),
                      exchange.admission())));
    } catch (ProblemException e) {
      refuse(request, exchange.answer(), e.problem());
    }
  }

  private Exchange exchange(
      String id, HttpServletRequest request, Answer answer, Admission.Granted granted) {
    long millis = Math.min(timeout.toMillis(), granted.bounds().timeMillis());
    return new Exchange(
        id,
        request,
        answer,
        granted,
        limits.within(granted.bounds()),
        timed ? new TimedRunner(pipeline.runner(), answer, new PhaseTimes()) : pipeline.runner(),
        Deadline.in(Duration.ofMillis(millis)));
  }

  private static void headers(Answer answer, String id) {
    answer.header("X-Content-Type-Options", "nosniff");
    answer.header("Cache-Control", "no-store");
    answer.header("Vary", "Accept, Accept-Encoding");
    answer.header("X-Request-Id", id);
  }

  // The border: whatever a stage throws must become a problem document, not a page of the
  // container.
  private void guarded(Exchange exchange) throws IOException {
    try {
      String root = exchange.request().getContextPath() + ROOT;
      String path = exchange.request().getRequestURI();
      router.answer(exchange, root, path.substring(Math.min(root.length(), path.length())));
    } catch (ProblemException e) {
      if (e.problem().code().status() == 500) {
        LOG.error("operation {} failed", exchange.id(), e);
      }
      refuse(exchange, e.problem(), e);
    } catch (RuntimeException e) {
      LOG.error("operation {} failed unexpectedly", exchange.id(), e);
      refuse(
          exchange,
          Problem.of(RestProblem.INTERNAL, "the request failed inside the node")
              .withHint("an operator finds the reason in the log under " + exchange.id()),
          e);
    }
  }

  private static void refuse(Exchange exchange, Problem problem, RuntimeException cause)
      throws IOException {
    if (exchange.answer().flowing()) {
      LOG.warn(
          "operation {} broke off after its answer had begun: {}",
          exchange.id(),
          problem.code().code());
      exchange.answer().cut(cause);
      return;
    }
    refuse(exchange.request(), exchange.answer(), problem);
  }

  private static void refuse(HttpServletRequest request, Answer answer, Problem problem)
      throws IOException {
    if (!UnreadBody.discard(request) && request.getProtocol().startsWith("HTTP/1")) {
      answer.header("Connection", "close");
    }
    answer.problem(problem, request.getRequestURI());
  }
}
