package org.sqlxos.testkit.fault;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/**
 * Writes numbered rows, each in a transaction of its own, and keeps in mind what it was told became
 * of each: what was acknowledged has to be there once, what failed must not be there, and only what
 * is said to be unknown may be either.
 */
public final class Ledger {

  /** The code of a write whose fate is unknown. */
  public static final String UNKNOWN = "SQLX660";

  private final AtomicLong next = new AtomicLong();
  private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
  private final Set<Long> unknown = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, AtomicLong> failures = new ConcurrentHashMap<>();
  private final String insert;

  /**
   * @param parameter how a statement writes its first parameter
   */
  public Ledger(String parameter) {
    this.insert = "INSERT INTO ledger (id) VALUES (" + parameter + ")";
  }

  /** The statement that makes its table. */
  public static String table() {
    return "CREATE TABLE ledger (id BIGINT NOT NULL, entry BIGINT)";
  }

  /** Writes one row; whether that was acknowledged. */
  public boolean write(ConnectedDatabase database, Deadline deadline) {
    long id = next.incrementAndGet();
    try (Session session = database.borrow(Access.WRITE, deadline)) {
      session.begin(Access.WRITE, deadline);
      session.execute(Sessions.sql(insert, id), deadline);
      session.commit(deadline);
      acknowledged.add(id);
      return true;
    } catch (ProblemException e) {
      String code = e.problem().code().code();
      failures.computeIfAbsent(code, _ -> new AtomicLong()).incrementAndGet();
      if (code.equals(UNKNOWN)) {
        unknown.add(id);
      }
      return false;
    }
  }

  public long acknowledged() {
    return acknowledged.size();
  }

  /** How often writes failed, by code. */
  public ConcurrentMap<String, AtomicLong> failures() {
    return failures;
  }

  /**
   * Compares with what is there.
   *
   * @param rows the numbers of all rows of the table, as often as each is there
   * @return what is wrong, in words; empty if nothing is
   */
  public String compare(Iterable<Long> rows) {
    Set<Long> seen = ConcurrentHashMap.newKeySet();
    StringBuilder wrong = new StringBuilder();
    for (long id : rows) {
      if (!seen.add(id)) {
        wrong.append("twice: ").append(id).append('\n');
      } else if (!acknowledged.contains(id) && !unknown.contains(id)) {
        wrong.append("failed, and is there: ").append(id).append('\n');
      }
    }
    for (long id : acknowledged) {
      if (!seen.contains(id)) {
        wrong.append("acknowledged, and is not there: ").append(id).append('\n');
      }
    }
    return wrong.toString();
  }
}
