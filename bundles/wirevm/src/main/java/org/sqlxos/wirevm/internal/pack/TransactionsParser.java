package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the section {@code transactions} of a document. */
final class TransactionsParser {

  private TransactionsParser() {}

  static TransactionStatements read(JsonSection section) {
    if (section.has("none")) {
      if (!section.flag("none")) {
        section.fault("none", "true expected, or how transactions begin and end");
      }
      section.end();
      return TransactionStatements.NONE;
    }
    TransactionStatements statements =
        new TransactionStatements(
            section.text("beginRead"),
            section.text("beginWrite"),
            section.text("commit"),
            section.text("rollback"),
            section.has("isolation")
                ? section.section("isolation").map(TransactionsParser::isolation).orElse(Map.of())
                : Map.of(),
            section.has("savepoints")
                ? section.section("savepoints").map(TransactionsParser::savepoints)
                : Optional.empty(),
            section.has("batch")
                ? section.section("batch").map(TransactionsParser::batch)
                : Optional.empty());
    section.end();
    return statements;
  }

  private static Map<Isolation, TransactionStatements.Begin> isolation(JsonSection section) {
    Map<Isolation, TransactionStatements.Begin> levels = new EnumMap<>(Isolation.class);
    for (Isolation level : Isolation.values()) {
      String key = JsonSection.written(level);
      if (section.has(key)) {
        section.section(key).ifPresent(begin -> levels.put(level, begin(begin)));
      }
    }
    section.end();
    return levels;
  }

  private static TransactionStatements.Begin begin(JsonSection section) {
    TransactionStatements.Begin begin =
        new TransactionStatements.Begin(statements(section, "read"), statements(section, "write"));
    section.end();
    return begin;
  }

  /** One statement, or several that are run one after the other. */
  private static List<String> statements(JsonSection section, String key) {
    if (section.node(key).filter(JsonNode::isArray).isEmpty()) {
      return List.of(section.text(key));
    }
    List<String> statements = section.texts(key);
    if (statements.isEmpty()) {
      section.fault(key, "at least one statement expected");
    }
    return statements;
  }

  private static TransactionStatements.Savepoints savepoints(JsonSection section) {
    TransactionStatements.Savepoints savepoints =
        new TransactionStatements.Savepoints(
            numbered(section, "set"),
            numbered(section, "rollbackTo"),
            numbered(section, "release"));
    section.end();
    return savepoints;
  }

  private static TransactionStatements.Batch batch(JsonSection section) {
    TransactionStatements.Batch batch =
        new TransactionStatements.Batch(statements(section, "begin"), statements(section, "end"));
    section.end();
    return batch;
  }

  private static String numbered(JsonSection section, String key) {
    String statement = section.text(key);
    if (!statement.isEmpty() && !statement.contains("$1")) {
      section.fault(key, "$1 expected somewhere in it, the place of the savepoint's number");
    }
    return statement;
  }
}
