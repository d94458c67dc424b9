package org.sqlxos.wirevm.internal.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ReadBack.Evaluated;
import org.sqlxos.operation.api.ReadBack.Moment;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirepack.api.Session;

/**
 * A write whose rows are read by a statement of their own, in the transaction that is under way.
 *
 * <p>Where the write changes another number of rows than are read, something between the two - a
 * trigger that gives rows other keys, a session at a weaker isolation level - makes the answer
 * wrong: then the write fails, and with it the transaction. A database that does not count what it
 * changes cannot be asked so: there the rows that are read are what was changed.
 *
 * @param kind what the number of changed rows says
 */
record ReadBackWrite(Session session, Kind kind, Deadline deadline) {

  /** What a write is of. */
  enum Kind {
    /** It has to make a row. */
    OF_NEW_ROWS,
    /** It changes those it finds. */
    OF_ROWS_THERE,
    /** Databases count rows twice that they change, or not at all. */
    OF_ROWS_THAT_MAY_BE_THERE
  }

  StoredRows run(TargetStatement write) {
    ReadBack readBack = write.readBack().orElseThrow();
    TargetStatement rows = readBack.rows();
    TargetStatement told = write;
    if (readBack.evaluated().isPresent()) {
      StoredRows values = StoredRows.of(session, readBack.evaluated().get(), deadline);
      told = told(write, values);
      rows = told(rows, values);
    }
    int columns = rows.columns().size();
    StoredRows stored =
        readBack.moment() == Moment.AFTER
            ? StoredRows.none(columns)
            : StoredRows.of(session, rows, deadline);
    if (readBack.moment() == Moment.NEW && stored.count() > 0) {
      throw taken();
    }
    long changed = session.execute(told, deadline);
    boolean counted = kind != Kind.OF_ROWS_THAT_MAY_BE_THERE;
    if (kind == Kind.OF_NEW_ROWS && changed == 0) {
      // Where an insert would replace a row, it was told to leave that alone.
      throw taken();
    }
    if (readBack.moment() != Moment.BEFORE && (changed != 0 || !counted)) {
      stored = StoredRows.of(session, rows, deadline);
    }
    if (counted && changed >= 0 && stored.count() != changed) {
      throw ReadBackProblem.ROWS_UNCERTAIN.problem(
          "The write changed %d rows and %d were found; it was undone"
              .formatted(changed, stored.count()),
          "Find out which trigger gives rows another key, or write without asking for the rows.");
    }
    return stored;
  }

  private static ProblemException taken() {
    return Integrity.UNIQUE.problem("A row with this key exists already");
  }

  private static TargetStatement told(TargetStatement statement, StoredRows values) {
    List<@Nullable Object> parameters = new ArrayList<>(statement.parameters().size());
    for (Object parameter : statement.parameters()) {
      parameters.add(
          parameter instanceof Evaluated evaluated
              ? values.value(0, evaluated.column())
              : parameter);
    }
    return new TargetStatement(
        statement.text(),
        parameters,
        statement.columns(),
        statement.writes(),
        statement.readBack());
  }
}
