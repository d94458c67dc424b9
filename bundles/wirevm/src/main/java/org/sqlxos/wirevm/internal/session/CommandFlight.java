package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.running.RunningStatement;

/**
 * Commands that are sent together, and their replies. They are one turn of the connection, so they
 * leave in one piece and others wait for all of them; {@value #MOST_BYTES} bytes are sent at most
 * before their replies are read, for the server must not have to wait for us while we wait for it.
 */
final class CommandFlight {

  private static final int MOST_BYTES = 32 * 1024;

  private final WireConnection connection;
  private final CommandDialect dialect;
  private final List<CommandBinding> commands;
  private final CommandReply[] replies;
  private final @Nullable ProblemException[] refused;
  private int sent;

  CommandFlight(WireConnection connection, CommandDialect dialect, List<CommandBinding> commands) {
    this.connection = connection;
    this.dialect = dialect;
    this.commands = commands;
    this.replies = new CommandReply[commands.size()];
    this.refused = new ProblemException[commands.size()];
  }

  /** The reply to a command, or what it was refused with. */
  record Landed(CommandReply reply, @Nullable ProblemException refusal) {}

  /**
   * Runs all of them.
   *
   * @param running told which turn a cancel has to stop
   */
  List<Landed> run(java.util.function.Consumer<Turn> running, Deadline deadline) {
    while (sent < commands.size()) {
      int first = sent;
      Turn turn = connection.newTurn(Operation.Kind.COMMAND, deadline);
      running.accept(turn);
      connection.submit(turn, this::put, deadline);
      for (int i = first; i < sent; i++) {
        if (refused[i] == null) {
          connection.readToEnd(turn, replies[i]);
        }
      }
      judge(first, connection.finish(turn));
    }
    List<Landed> landed = new ArrayList<>(replies.length);
    for (int i = 0; i < replies.length; i++) {
      landed.add(new Landed(replies[i], refused[i]));
    }
    return landed;
  }

  /** A command that cannot be written is not sent; the others are. */
  private void put(FrameOutput to) {
    int start = to.size();
    while (sent < commands.size() && to.size() - start < MOST_BYTES) {
      CommandBinding command = commands.get(sent);
      replies[sent] =
          new CommandReply(
              dialect.commands(), connection.parts().protocol().places, command.read().program());
      int before = to.size();
      try {
        connection.requests().put(to, Operation.Kind.COMMAND, null, command);
      } catch (ProblemException e) {
        to.truncate(before);
        refused[sent] = e;
      }
      sent++;
    }
  }

  private void judge(int first, RunningStatement.Stop stop) {
    for (int i = first; i < sent; i++) {
      var error = replies[i].error();
      if (error != null) {
        refused[i] = connection.check().failed(error, stop);
      }
    }
  }
}
