package org.sqlxos.wirevm.internal.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.Transport;

/** Writes down what is done to it, in order; has two rows with one number each. */
final class RecordingDatabase implements ConnectedDatabase {

  final List<String> events = new ArrayList<>();

  /** What was run, in order. */
  final List<TargetStatement> statements = new ArrayList<>();

  /** How many rows each write changes. */
  long changed = 7;

  /** Whether what is not in a transaction is one of its own. */
  boolean statementsCommit;

  /** What is thrown where it is to fail. */
  ProblemException failure = Integrity.CHECK.problem("refused");

  boolean usable = true;

  private final String name;
  private final String failing;

  /**
   * @param failing the event that fails
   */
  RecordingDatabase(String name, String failing) {
    this.name = name;
    this.failing = failing;
  }

  private void event(String event) {
    events.add(event);
    if (event.equals(failing)) {
      throw failure;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackDescription pack() {
    return new PackDescription(
        "p",
        "P",
        Set.of(),
        Transport.EMBEDDED,
        "d",
        "main",
        Map.of(),
        List.of(),
        0,
        Language.STANDARD,
        true,
        statementsCommit);
  }

  @Override
  public Session borrow(Access access, Deadline deadline) {
    event("borrow " + access);
    return new RecordingSession();
  }

  /** The session. */
  private final class RecordingSession implements BareSession {
    @Override
    public Cursor query(TargetStatement statement, Deadline deadline) {
      event("query");
      statements.add(statement);
      return new Numbers();
    }

    @Override
    public long execute(TargetStatement statement, Deadline deadline) {
      event("execute");
      statements.add(statement);
      return changed;
    }

    @Override
    public void begin(Access access, Deadline deadline) {
      event("begin " + access);
    }

    @Override
    public void commit(Deadline deadline) {
      event("commit");
    }

    @Override
    public void rollback() {
      event("rollback");
    }

    @Override
    public void cancel() {}

    @Override
    public boolean usable() {
      return usable;
    }

    @Override
    public void close() {
      event("close");
    }
  }

  /** 1 and 2. */
  private final class Numbers implements Cursor {
    private int row;

    @Override
    public boolean next() {
      event("next");
      row++;
      return row <= 2;
    }

    @Override
    public ValueKind kind(int column) {
      return ValueKind.INTEGER;
    }

    @Override
    public boolean getBoolean(int column) {
      throw new IllegalStateException();
    }

    @Override
    public long getLong(int column) {
      return row;
    }

    @Override
    public double getDouble(int column) {
      throw new IllegalStateException();
    }

    @Override
    public String getText(int column) {
      throw new IllegalStateException();
    }

    @Override
    public byte[] getBytes(int column) {
      throw new IllegalStateException();
    }

    @Override
    public void close() {}
  }
}
