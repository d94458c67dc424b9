package org.sqlxos.wirevm.internal.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Pipelining;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.Undeclared;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.error.DatabaseError;
import org.sqlxos.wirevm.internal.pool.Multiplexed;
import org.sqlxos.wirevm.internal.protocol.Commands;
import org.sqlxos.wirevm.internal.protocol.Operation;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.running.RunningStatement;
import org.sqlxos.wirevm.internal.transaction.AllOrNothing;
import org.sqlxos.wirevm.internal.transaction.NoTransactions;
import org.sqlxos.wirevm.internal.transaction.OpenTransaction;
import org.sqlxos.wirevm.internal.transaction.RowsInTurn;
import org.sqlxos.wirevm.internal.transaction.TransactionControl;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/**
 * A session with a database whose statements are commands. A reply is taken off the connection
 * before it is read, so any number of sessions share one, each with its commands under way.
 */
final class CommandSession implements Multiplexed, Pipelining {

  /** What stands in the place of a statement where the pack's message says all. */
  private static final CommandBinding NOTHING =
      new CommandBinding(new CommandText.Read("", new TreeTemplate.Constant(null)), List.of());

  private final WireConnection connection;
  private final CommandDialect dialect;
  private final WireUrl.Timeouts timeouts;
  private final boolean shared;
  private volatile @Nullable Turn running;
  private final Notifications notifications;
  private final OpenTransaction transaction;
  private List<CommandCursor> open = List.of();
  private boolean closed;

  /**
   * @param shared whether others use the connection too
   */
  CommandSession(
      WireConnection connection,
      CommandDialect dialect,
      WireUrl.Timeouts timeouts,
      boolean shared) {
    this.connection = connection;
    this.dialect = dialect;
    this.timeouts = timeouts;
    this.shared = shared;
    this.notifications = new Notifications(connection);
    this.transaction =
        new OpenTransaction(
            dialect
                .commands()
                .transactions()
                .<TransactionControl>map(
                    there ->
                        new CommandTransactions(
                            connection, there, limit -> end(Operation.Kind.COMMIT, limit)))
                .orElse(NoTransactions.INSTANCE));
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    return rows(statement, deadline);
  }

  private CommandCursor rows(TargetStatement statement, Deadline deadline) {
    requireReady();
    Deadline limit = timeouts.limit(deadline);
    CommandBinding binding = binding(statement);
    CommandReply reply = exchange(Operation.Kind.COMMAND, new Request(null, binding), limit);
    CommandCursor cursor =
        new CommandCursor(further(binding, limit), names(statement), reply, limit);
    if (cursor.unread()) {
      open = List.of(cursor);
    }
    return cursor;
  }

  private static List<String> names(TargetStatement statement) {
    // A pipeline asks for each of its commands: a stream took a tenth of its time.
    List<String> names = new ArrayList<>(statement.columns().size());
    for (ResultColumn column : statement.columns()) {
      names.add(column.name());
    }
    return names;
  }

  @Override
  public List<Cursor> pipeline(List<TargetStatement> statements, Deadline deadline) {
    requireReady();
    Deadline limit = timeouts.limit(deadline);
    List<CommandBinding> commands = new ArrayList<>(statements.size());
    for (TargetStatement statement : statements) {
      commands.add(binding(statement));
    }
    List<CommandFlight.Landed> landed =
        new CommandFlight(connection, dialect, commands).run(turn -> running = turn, limit);
    List<Cursor> cursors = new ArrayList<>(landed.size());
    List<CommandCursor> unread = new ArrayList<>();
    for (int i = 0; i < landed.size(); i++) {
      ProblemException refusal = landed.get(i).refusal();
      if (refusal != null) {
        cursors.add(new RefusedCursor(refusal));
        continue;
      }
      CommandCursor cursor =
          new CommandCursor(
              further(commands.get(i), limit),
              names(statements.get(i)),
              landed.get(i).reply(),
              limit);
      if (cursor.unread()) {
        unread.add(cursor);
      }
      cursors.add(cursor);
    }
    open = unread;
    return cursors;
  }

  private CommandBinding binding(TargetStatement statement) {
    return new CommandBinding(dialect.text().read(statement.text()), statement.parameters());
  }

  private CommandCursor.Exchange further(CommandBinding binding, Deadline limit) {
    return new CommandCursor.Exchange() {
      @Override
      public CommandReply with(Operation.Kind kind, Slots slots) {
        return exchange(kind, new Request(slots, binding), limit);
      }

      @Override
      public boolean has(Operation.Kind kind) {
        return connection.parts().protocol().find(kind) != null;
      }
    };
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    requireReady();
    CommandBinding binding = binding(statement);
    return exchange(Operation.Kind.COMMAND, new Request(null, binding), timeouts.limit(deadline))
        .changed();
  }

  /**
   * What is sent.
   *
   * @param slots the variables; null for those of the connection
   */
  private record Request(@Nullable Slots slots, CommandBinding binding) {}

  private CommandReply exchange(Operation.Kind kind, Request request, Deadline limit) {
    Commands commands = dialect.commands();
    CompiledProtocol protocol = connection.parts().protocol();
    Turn turn = connection.newTurn(kind, limit);
    running = turn;
    connection.submit(
        turn, to -> connection.requests().put(to, kind, request.slots(), request.binding()), limit);
    CommandReply reply =
        new CommandReply(commands, protocol.places, request.binding().read().program());
    connection.readToEnd(turn, reply);
    RunningStatement.Stop stop = connection.finish(turn);
    DatabaseError error = reply.error();
    if (error != null) {
      throw connection.check().failed(error, stop);
    }
    return reply;
  }

  @Override
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    return Optional.ofNullable(dialect.questions().get(question))
        .map(
            asked ->
                new Interview(
                        statement -> rows(statement, deadline),
                        connection.parts().protocol(),
                        connection.conversation().slots())
                    .answer(asked));
  }

  private void requireReady() {
    if (!usable()) {
      throw WireProblem.LOST.problem("The session is closed", "Try again: a new one is opened.");
    }
    closeOpen();
  }

  private void closeOpen() {
    List<CommandCursor> unread = open;
    open = List.of();
    unread.forEach(CommandCursor::close);
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    requireAlone();
    transaction.begin(access, timeouts.limit(deadline));
  }

  @Override
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    requireAlone();
    transaction.begin(access, isolation, timeouts.limit(deadline));
  }

  @Override
  public void commit(Deadline deadline) {
    requireReady();
    if (!transaction.open()) {
      throw WireProblem.NO_TRANSACTION.problem("The session is in no transaction");
    }
    transaction.commit(timeouts.limit(deadline));
  }

  private void requireAlone() {
    if (shared) {
      throw new IllegalStateException("this needs a connection of its own");
    }
    requireReady();
  }

  /** Ends the transaction on the server. */
  private void end(Operation.Kind how, Deadline limit) {
    exchange(how, new Request(null, NOTHING), limit);
  }

  @Override
  public void rollback() {
    if (!usable()) {
      return;
    }
    // What was read by halves must not stay open on the server.
    closeOpen();
    if (!transaction.open()) {
      return;
    }
    transaction.ended();
    boolean told = connection.requests().transactionTold();
    try {
      if (told) {
        end(Operation.Kind.ROLLBACK, Deadline.in(Canceller.GRACE));
      }
    } catch (ProblemException e) {
      // A server that answers has undone it already, and the number is not used again; one that
      // does not answer has lost the connection, and undoes it.
      return;
    } finally {
      connection.requests().endTransaction();
    }
  }

  @Override
  public Savepoint savepoint(Deadline deadline) {
    return transaction.savepoint(deadline);
  }

  @Override
  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    transaction.rollbackTo(savepoint, deadline);
  }

  @Override
  public void release(Savepoint savepoint, Deadline deadline) {
    transaction.release(savepoint, deadline);
  }

  @Override
  public long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    throw Undeclared.copy();
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    throw Undeclared.copy();
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    requireAlone();
    return new AllOrNothing(
            transaction, this::rollback, () -> connection.breakOff("a batch could not be undone"))
        .run(
            () -> RowsInTurn.run(statement, rows, row -> execute(row, deadline)),
            timeouts.limit(deadline));
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    requireReady();
    return notifications.next(deadline);
  }

  @Override
  public void onNotice(Consumer<Notice> listener) {
    connection.asides().onNotice(listener);
  }

  @Override
  public void cancel() {
    Turn turn = running;
    if (notifications.cancel()) {
      return;
    }
    if (turn != null && !turn.finished) {
      connection.cancel(turn);
    }
  }

  @Override
  public boolean usable() {
    return !closed && connection.usable();
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    rollback();
    closed = true;
    if (!shared) {
      connection.close();
    }
  }

  @Override
  public Session share() {
    return new CommandSession(connection, dialect, timeouts, true);
  }

  @Override
  public boolean occupied() {
    return false;
  }
}
