package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.auth.Evaluation;
import org.sqlxos.wirevm.internal.compile.MessageReader;
import org.sqlxos.wirevm.internal.compile.MessageWriter;
import org.sqlxos.wirevm.internal.compile.ReaderCompiler;
import org.sqlxos.wirevm.internal.compile.RowCompiler;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.compile.WriterCompiler;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Message;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Protocol;
import org.sqlxos.wirevm.internal.protocol.State;
import org.sqlxos.wirevm.internal.protocol.Step;

/** A protocol made code: one for all connections of a pack. */
final class CompiledProtocol {

  /** What is sent for an operation, and where its answer begins. */
  record Request(List<CompiledMessage> each, List<CompiledMessage> messages, CompiledState state) {}

  private static final String CLOSED = "CLOSED";

  private final Protocol protocol;
  private final Map<String, CompiledMessage> sent = new HashMap<>();
  private final Map<String, CompiledState> states = new HashMap<>();
  private final Map<String, MessageReader> readers = new HashMap<>();
  private final Map<String, RowReader> rows = new HashMap<>();
  private final Map<Operation.Kind, Request> requests = new EnumMap<>(Operation.Kind.class);
  private final Set<Event> told = EnumSet.noneOf(Event.class);
  private final CompiledState closed;
  private final CompiledState ready;
  final Places places;

  CompiledProtocol(Protocol protocol) {
    this.protocol = protocol;
    this.places = new Places(protocol.variables());
    protocol.states().forEach((name, state) -> states.put(name, new CompiledState(state)));
    closed = states.computeIfAbsent(CLOSED, _ -> new CompiledState(end()));
    ready = state("READY");
    protocol.states().values().forEach(this::fill);
    protocol.operations().forEach((kind, operation) -> requests.put(kind, request(operation)));
  }

  /** Nothing comes any more. */
  private static State end() {
    Framing none = new Framing("", 1, -1, new NumberForm.Fixed(1, false, false), 0, -1, -1, 0);
    return new State(CLOSED, List.of(), none, -1, "", Map.of());
  }

  private void fill(State state) {
    CompiledState compiled = state(state.name());
    compiled.enter = program(state.enter());
    if (!state.afterwards().isEmpty()) {
      compiled.afterwards = state(state.afterwards());
    }
    List<Transition> transitions = new ArrayList<>();
    state.on().forEach((name, steps) -> transitions.add(transition(message(name), program(steps))));
    compiled.on(transitions);
  }

  private Transition transition(Message message, Program program) {
    if (RowCompiler.holdsValues(message.fields())) {
      RowReader row =
          rows.computeIfAbsent(message.name(), _ -> RowCompiler.compile(message.fields()));
      return new Transition(message, null, row, program);
    }
    @Nullable MessageReader reader =
        message.fields().isEmpty()
            ? null
            : readers.computeIfAbsent(
                message.name(), _ -> ReaderCompiler.compile(message.fields()));
    RowsInside.@Nullable Layout rows =
        !message.fields().isEmpty() && message.fields().getLast() instanceof Field.Rows inside
            ? inside(message, inside)
            : null;
    return new Transition(message, reader, null, rows, program);
  }

  private RowsInside.Layout inside(Message message, Field.Rows inside) {
    RowReader reader =
        rows.computeIfAbsent(message.name(), _ -> RowCompiler.compile(inside.fields()));
    Transition row = new Transition(message, null, reader, Program.NOTHING);
    return new RowsInside.Layout(inside.countPlace(), inside.columnsPlace(), row, reader);
  }

  private Message message(String name) {
    Message message = protocol.messages().get(name);
    if (message == null) {
      throw new IllegalStateException("the parser lets no unknown message through: " + name);
    }
    return message;
  }

  private CompiledMessage sent(String name) {
    return sent.computeIfAbsent(
        name,
        _ -> {
          MessageWriter writer = WriterCompiler.compile(message(name).fields());
          return new CompiledMessage(message(name), writer);
        });
  }

  private Request request(Operation operation) {
    return new Request(
        operation.each().stream().map(this::sent).toList(),
        operation.send().stream().map(this::sent).toList(),
        operation.state().isEmpty() ? closed : state(operation.state()));
  }

  private Program program(List<Step> steps) {
    Program[] all = steps.stream().map(this::program).toArray(Program[]::new);
    if (all.length == 0) {
      return Program.NOTHING;
    }
    if (all.length == 1) {
      return all[0];
    }
    return conversation -> {
      long entered = conversation.entered();
      for (Program each : all) {
        each.run(conversation);
        if (conversation.entered() != entered) {
          // In another state what follows here has no meaning.
          return;
        }
      }
    };
  }

  private Program program(Step step) {
    return switch (step) {
      case Step.Goto next -> {
        CompiledState state = state(next.state());
        yield conversation -> conversation.enter(state);
      }
      case Step.Send send -> {
        CompiledMessage message = sent(send.message());
        yield conversation -> conversation.send(message);
      }
      case Step.Set set ->
          conversation ->
              conversation
                  .slots()
                  .setValue(set.place(), Evaluation.of(set.value(), conversation.slots()));
      case Step.If choice -> {
        Program then = program(choice.then());
        Program otherwise = program(choice.otherwise());
        yield conversation ->
            (Evaluation.holds(choice.condition(), conversation.slots()) ? then : otherwise)
                .run(conversation);
      }
      case Step.Tell tell -> {
        Event event = tell.event();
        told.add(event);
        yield conversation -> conversation.tell(event);
      }
      case Step.Fail fail -> conversation -> conversation.fail(fail.fault(), fail.detail());
      case Step.StartTls _ -> Conversation::startTls;
      case Step.StartCompression _ -> Conversation::startCompression;
    };
  }

  CompiledState state(String name) {
    CompiledState state = states.get(name);
    if (state == null) {
      throw new IllegalStateException("the parser lets no unknown state through: " + name);
    }
    return state;
  }

  /** Where an operation has ended and the next may begin. */
  CompiledState ready() {
    return ready;
  }

  CompiledState closed() {
    return closed;
  }

  Protocol protocol() {
    return protocol;
  }

  /** Whether the pack ever tells of such a thing. */
  boolean tells(Event event) {
    return told.contains(event);
  }

  /** What is sent for an operation; null if the pack has none of the kind. */
  @Nullable Request find(Operation.Kind kind) {
    return requests.get(kind);
  }

  Request request(Operation.Kind kind) {
    Request request = requests.get(kind);
    if (request == null) {
      throw WireProblem.PACK_INVALID.problem("The pack does not say how to " + kind);
    }
    return request;
  }
}
