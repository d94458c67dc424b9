package org.sqlxos.jdbc.internal.link;

import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;

/** Begins transactions when their first statement comes, and ends them. Used under the lock. */
public final class Transaction {

  private final Session session;
  private boolean automatic = true;
  private boolean open;
  private boolean readOnly;
  private Isolation isolation;
  private boolean isolationAsked;

  Transaction(Session session, Isolation usual) {
    this.session = session;
    this.isolation = usual;
  }

  /** Whether each statement is a transaction of its own. */
  public boolean automatic() {
    return automatic;
  }

  public boolean open() {
    return open;
  }

  public boolean readOnly() {
    return readOnly;
  }

  public Isolation isolation() {
    return isolation;
  }

  /** What is open is committed. */
  public void automatic(boolean automatic, Deadline deadline) {
    if (this.automatic != automatic) {
      if (open) {
        commit(deadline);
      }
      this.automatic = automatic;
    }
  }

  public void readOnly(boolean readOnly) {
    requireNone();
    this.readOnly = readOnly;
  }

  public void isolation(Isolation isolation) {
    requireNone();
    this.isolation = isolation;
    isolationAsked = true;
  }

  private void requireNone() {
    if (open) {
      throw JdbcProblem.TRANSACTION.problem(
          "A transaction is open", "Commit it or roll it back first.");
    }
  }

  /** Begins a transaction unless there is one, or none is wanted. */
  void begin(Deadline deadline) {
    if (automatic || open) {
      return;
    }
    if (isolationAsked || readOnly) {
      session.begin(readOnly ? Access.READ : Access.WRITE, isolation, deadline);
    } else {
      session.begin(Access.WRITE, deadline);
    }
    open = true;
  }

  public void commit(Deadline deadline) {
    requireManual("commit");
    if (open) {
      session.commit(deadline);
      open = false;
    }
  }

  public void rollback() {
    requireManual("roll back");
    if (open) {
      open = false;
      session.rollback();
    }
  }

  private void requireManual(String what) {
    if (automatic) {
      throw JdbcProblem.TRANSACTION.problem(
          "There is nothing to " + what + " while autocommit is on", "Turn it off first.");
    }
  }

  public Savepoint savepoint(Deadline deadline) {
    requireManual("mark with a savepoint");
    begin(deadline);
    return session.savepoint(deadline);
  }

  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    requireManual("roll back");
    session.rollbackTo(savepoint, deadline);
  }

  public void release(Savepoint savepoint, Deadline deadline) {
    requireManual("release");
    session.release(savepoint, deadline);
  }
}
