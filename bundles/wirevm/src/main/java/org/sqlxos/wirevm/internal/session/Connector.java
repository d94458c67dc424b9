package org.sqlxos.wirevm.internal.session;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pack.WireSettings;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.running.RunningStatement;
import org.sqlxos.wirevm.internal.trace.Trace;

/**
 * Makes connections with one server, as a pack's states say.
 *
 * @param parts what all of them share
 * @param dialect how commands are said, where statements are commands
 */
record Connector(WireSettings settings, ConnectionParts parts, Optional<CommandDialect> dialect) {

  /** A connection that is made, and the state that it was left in. */
  private record Made(WireSocket socket, Conversation conversation) {}

  Session connect(WireUrl parsed, ConnectionUrl url, Deadline deadline, @Nullable Trace trace) {
    Deadline limit = limit(parsed, deadline);
    WireSocket socket = WireSocket.open(parsed, parts.protocol(), limit);
    if (trace != null) {
      socket.traceTo(trace);
    }
    WireUrl exact = parsed.on(parsed.server().at(socket.address()));
    Made made = make(socket, url, variables(parsed, url.scheme()), limit);
    if (made.conversation().closed()) {
      throw closed(url);
    }
    Canceller canceller =
        new Canceller(stops() ? running -> cancel(exact, url, running) : Canceller.hangingUp());
    WireConnection connection =
        new WireConnection(parts, made.socket(), made.conversation(), canceller);
    Session session =
        dialect
            .<Session>map(
                commands -> new CommandSession(connection, commands, parsed.timeouts(), false))
            .orElseGet(() -> new WireSession(connection, parsed.timeouts(), false));
    boolean ready = false;
    try {
      made.socket().waitAsUsual();
      settings.onConnect().forEach(text -> connection.simple(text, false, limit));
      ready = true;
      return session;
    } catch (IOException e) {
      throw broken(url, e);
    } finally {
      if (!ready) {
        session.close();
      }
    }
  }

  private Slots variables(WireUrl url, String scheme) {
    Places places = parts.protocol().places;
    Slots slots = new Slots(settings.protocol().variables().count());
    String user =
        url.user().isEmpty()
            ? settings.urlDefaults().user().orElseGet(() -> System.getProperty("user.name", ""))
            : url.user();
    slots.setObject(places.user, user);
    slots.setObject(places.password, url.password());
    slots.setObject(places.database, url.database());
    slots.setObject(places.host, url.host());
    slots.setObject(places.scheme, scheme);
    slots.setNumber(places.tlsWanted, url.tls().wanted() ? 1 : 0);
    slots.setNumber(places.tlsRequired, url.tls().required() ? 1 : 0);
    for (String option : settings.options()) {
      int place = settings.protocol().variables().find("url." + option);
      slots.setObject(place, url.options().getOrDefault(option, ""));
    }
    return slots;
  }

  /** Whether the protocol has a word to stop a statement. */
  private boolean stops() {
    return settings.protocol().operations().containsKey(Operation.Kind.CANCEL)
        || settings.protocol().variables().find("cancelling") >= 0;
  }

  /** Follows the states from the first to one where nothing is awaited. */
  private Made make(WireSocket socket, ConnectionUrl shown, Slots slots, Deadline limit) {
    RunningStatement running = new RunningStatement();
    boolean made = false;
    parts.watch().add(running);
    try {
      running.start(
          () -> {
            socket.close();
            return false;
          },
          limit);
      parts.watch().wake();
      Conversation conversation = new Conversation(parts.protocol(), socket, slots);
      Answer answer = new Answer(parts.protocol().places);
      conversation.begin(parts.protocol().state("INIT"), answer);
      conversation.advance();
      DatabaseError error = answer.error();
      if (error != null) {
        throw parts.errors().whileConnecting(error, shown);
      }
      made = running.stopped() == RunningStatement.Stop.NONE;
      if (!made) {
        throw overdue(shown);
      }
      return new Made(socket, conversation);
    } catch (IOException e) {
      throw running.stopped() == RunningStatement.Stop.NONE ? broken(shown, e) : overdue(shown);
    } catch (IllegalArgumentException e) {
      throw WireProblem.NOT_THIS_PROTOCOL.problem(
          "What \"%s\" sent while connecting makes no sense: %s".formatted(shown, e.getMessage()),
          "Check that the URL leads to the right server.");
    } finally {
      parts.watch().remove(running);
      running.finish();
      if (!made) {
        socket.close();
      }
    }
  }

  /** The sooner of the URL's own limit and the caller's. */
  private static Deadline limit(WireUrl url, Deadline deadline) {
    Deadline own = Deadline.in(url.timeouts().connect());
    return own.remainingNanos() < deadline.remainingNanos() ? own : deadline;
  }

  private static ProblemException overdue(ConnectionUrl url) {
    return WireProblem.UNREACHABLE.problem(
        "\"%s\" did not answer in time while connecting".formatted(url),
        "Check that the URL leads to the right server, or allow more with connect_timeout.");
  }

  private static ProblemException broken(ConnectionUrl url, IOException e) {
    return e instanceof EOFException
        ? closed(url)
        : WireProblem.CONNECT_REFUSED.problem(
            "\"%s\" broke off while connecting: %s".formatted(url, e.getMessage()),
            "Look into the server's log.");
  }

  private static ProblemException closed(ConnectionUrl url) {
    return WireProblem.CONNECT_REFUSED.problem(
        "\"%s\" closed the connection while connecting".formatted(url),
        "Check that the URL leads to a server of the right kind; look into the server's log.");
  }

  /** Stops what another connection runs. */
  private void cancel(WireUrl url, ConnectionUrl shown, Slots running) {
    Places places = parts.protocol().places;
    Slots slots = variables(url, shown.scheme());
    slots.setNumber(places.cancelling, 1);
    slots.take(places.cancelled, running, places.backend);
    Deadline limit = limit(url, Deadline.in(Canceller.GRACE));
    Made made = make(WireSocket.open(url, parts.protocol(), limit), shown, slots, limit);
    try (WireSocket socket = made.socket()) {
      socket.waitAtMost(Canceller.GRACE);
      Optional<CompiledProtocol.Request> request =
          Optional.ofNullable(parts.protocol().find(Operation.Kind.CANCEL));
      if (!made.conversation().closed() && request.isPresent()) {
        for (CompiledMessage message : request.get().messages()) {
          socket.send(message, made.conversation().slots(), 0);
        }
        made.conversation().begin(request.get().state(), new Answer(places));
        made.conversation().advance();
      }
    } catch (IOException e) {
      throw broken(shown, e);
    }
  }
}
