package org.sqlxos.wirevm.internal.session;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.auth.Evaluation;
import org.sqlxos.wirevm.internal.protocol.Commands;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreeRows;

/** The reply to a command: its bytes, and what the pack says they are. */
final class CommandReply extends Answer {

  private final Commands commands;
  private final Places places;
  private final String program;
  private byte[] tree = new byte[0];
  private Commands.@Nullable Reply meaning;

  /** The variables as they are with the reply, where there is more of it. */
  private @Nullable Slots further;

  CommandReply(Commands commands, Places places, String program) {
    super(places);
    this.commands = commands;
    this.places = places;
    this.program = program;
  }

  @Override
  public void on(Event event, Slots slots) {
    super.on(event, slots);
    if (event == Event.REPLY) {
      tree = slots.bytes(places.reply);
      slots.setObject(places.program, program);
      meaning = null;
      for (Commands.Reply candidate : commands.replies()) {
        if (candidate.when().isEmpty() || Evaluation.holds(candidate.when().get(), slots)) {
          meaning = candidate;
          boolean more =
              candidate.more().filter(condition -> Evaluation.holds(condition, slots)).isPresent();
          further = more ? slots.copy() : null;
          return;
        }
      }
    }
  }

  /** What asking for more is to be done with; absent where there is no more. */
  Optional<Slots> further() {
    return Optional.ofNullable(further);
  }

  /** The rows; none if the reply has none. */
  TreeRows rows(List<String> columns) {
    TreeLayout layout = commands.layout();
    Commands.Reply reply = meaning;
    if (reply != null && reply.rows().isPresent()) {
      return new TreeRows(layout, tree, columns).each(reply.rows().get());
    }
    if (reply != null && reply.row().isPresent()) {
      return new TreeRows(layout, tree, columns).one(reply.row().get());
    }
    return new TreeRows(layout, tree, columns);
  }

  /** How many rows were changed; 0 where the reply does not say. */
  long changed() {
    Commands.Reply reply = meaning;
    if (reply == null || reply.affected().isEmpty() || tree.length == 0) {
      return 0;
    }
    TreeRows rows = new TreeRows(commands.layout(), tree, List.of()).one(reply.affected().get());
    return rows.next() && rows.kind(0) == ValueKind.INTEGER ? rows.getLong(0) : 0;
  }
}
