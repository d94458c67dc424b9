package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.rest.internal.changes.Channels;
import org.sqlxos.rest.internal.changes.Watched;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.MediaTypes;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Answer.EventStream;

/**
 * A stream of the changes of a relation: server-sent events (WHATWG HTML, 9.2). It occupies a
 * virtual thread and no connection of the database.
 */
final class ChangesResource {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** After how many heartbeats it is asked again whether the caller may still listen. */
  private static final int BEATS = 4;

  private final Channels channels;
  private final Door door;

  ChangesResource(Channels channels, Door door) {
    this.channels = channels;
    this.door = door;
  }

  void stream(Exchange exchange, Target.Changes target) throws IOException {
    // Who takes anything would wait for the end of an answer that has none.
    if (!MediaTypes.names(exchange.accept(), MediaTypes.EVENTS)) {
      throw RestProblem.NOT_ACCEPTABLE.problem(
          "changes are a stream of events", "send Accept: " + MediaTypes.EVENTS);
    }
    if (target.relation().identity().isEmpty()) {
      throw RestProblem.NO_IDENTITY.problem(
          "\"%s\" has no primary key, so that nobody can say which row has changed"
              .formatted(target.relation().name().name()));
    }
    CatalogSnapshot catalog = target.site().catalog();
    Filter filter =
        ListRequestReader.conditions(
            exchange.parameters(), target.relation(), catalog, exchange.limits());
    Watched watched =
        new Watched(exchange.admission().caller(), catalog, target.relation(), filter);
    Optional<String> last = Optional.ofNullable(exchange.request().getHeader("Last-Event-ID"));
    try (Channels.Listening listening = channels.listen(watched, last)) {
      exchange.answer().events(events -> send(exchange, watched, listening, events));
    }
  }

  private void send(
      Exchange exchange, Watched watched, Channels.Listening listening, EventStream events)
      throws IOException {
    events.send(
        "retry: 3000\nevent: listening\ndata: {\"by\":\"%s\"}\n\n"
            .formatted(listening.by())
            .getBytes(StandardCharsets.UTF_8));
    long asked = System.nanoTime();
    try {
      while (!listening.queue().ended()) {
        Optional<byte[]> frame = listening.queue().poll(HEARTBEAT);
        events.send(frame.orElse(new byte[] {':', '\n', '\n'}));
        if (System.nanoTime() - asked > HEARTBEAT.multipliedBy(BEATS).toNanos()) {
          asked = System.nanoTime();
          if (!permitted(exchange, watched)) {
            return;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Credentials end, and policies change. */
  private boolean permitted(Exchange exchange, Watched watched) {
    return switch (door.admit(exchange.request())) {
      case Admission.Refused refused -> refused.problem().code().status() == 429;
      case Admission.Granted granted ->
          granted.caller().equals(watched.caller())
              && granted
                  .view()
                  .of(watched.catalog().whole())
                  .fingerprint()
                  .equals(watched.catalog().fingerprint());
    };
  }
}
