package org.sqlxos.telemetry.internal.meter;

import java.util.Locale;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;

/** What an operation does, as a label of its meters. */
enum OperationKind {
  QUERY,
  INSERT,
  UPDATE,
  DELETE,
  CALL,
  BATCH,
  SQL,
  COMMAND;

  final String label = name().toLowerCase(Locale.ROOT);

  static OperationKind of(Statement statement) {
    return switch (statement) {
      case Query ignored -> QUERY;
      case Mutation.Insert ignored -> INSERT;
      case Mutation.Update ignored -> UPDATE;
      case Mutation.Delete ignored -> DELETE;
      case Call ignored -> CALL;
      case Batch ignored -> BATCH;
      case Series ignored -> BATCH;
      case Locked locked -> of(locked.query());
      case Sql ignored -> SQL;
      case Command ignored -> COMMAND;
    };
  }
}
