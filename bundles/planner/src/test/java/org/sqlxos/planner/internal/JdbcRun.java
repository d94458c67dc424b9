package org.sqlxos.planner.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ReadBack;
import org.sqlxos.operation.api.ReadBack.Evaluated;
import org.sqlxos.operation.api.TargetStatement;

/** Runs a write and its read-back as EXECUTE does, over the vendor's driver. */
record JdbcRun(Connection connection) {

  /** The changed rows, each as its values with a space between them. */
  List<String> rows(TargetStatement write) throws SQLException {
    ReadBack readBack = write.readBack().orElseThrow();
    connection.setAutoCommit(false);
    List<Object> evaluated = new ArrayList<>();
    if (readBack.evaluated().isPresent()) {
      TargetStatement statement = readBack.evaluated().get();
      try (PreparedStatement prepared = prepared(statement, evaluated);
          ResultSet rows = prepared.executeQuery()) {
        rows.next();
        for (int i = 1; i <= statement.columns().size(); i++) {
          evaluated.add(rows.getObject(i));
        }
      }
    }
    boolean before = readBack.moment() == ReadBack.Moment.BEFORE;
    List<String> changed = before ? query(readBack.rows(), evaluated) : List.of();
    int count = execute(write, evaluated);
    changed = before ? changed : query(readBack.rows(), evaluated);
    connection.commit();
    if (count != changed.size()) {
      throw new IllegalStateException(count + " rows changed, read " + changed);
    }
    return changed;
  }

  private int execute(TargetStatement statement, List<Object> evaluated) throws SQLException {
    try (PreparedStatement prepared = prepared(statement, evaluated)) {
      return prepared.executeUpdate();
    }
  }

  private List<String> query(TargetStatement statement, List<Object> evaluated)
      throws SQLException {
    List<String> result = new ArrayList<>();
    try (PreparedStatement prepared = prepared(statement, evaluated);
        ResultSet rows = prepared.executeQuery()) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= statement.columns().size(); i++) {
          values.add(String.valueOf(rows.getString(i)));
        }
        result.add(String.join(" ", values));
      }
    }
    return result;
  }

  private PreparedStatement prepared(TargetStatement statement, List<Object> evaluated)
      throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement.text());
    int index = 1;
    for (@Nullable Object value : statement.parameters()) {
      Object told = value instanceof Evaluated it ? evaluated.get(it.column()) : value;
      prepared.setObject(index++, told);
    }
    return prepared;
  }
}
