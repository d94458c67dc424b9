package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Transport;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads the section {@code transactions} of a document. */
final class TransactionsParser {

  private TransactionsParser() {}

  static Transacting read(JsonSection section, Transport transport) {
    if (section.has("none")) {
      if (!section.flag("none")) {
        section.fault("none", "true expected, or how transactions begin and end");
      }
      section.end();
      return TransactionStatements.NONE;
    }
    return section.has("by") ? calls(section, transport) : statements(section);
  }

  /** By methods of a driver. */
  private static TransactionCalls calls(JsonSection section, Transport transport) {
    if (!section.text("by").equals("driver") || transport == Transport.WIRE) {
      section.fault("by", "\"driver\" expected, and only where there is one");
    }
    Set<Isolation> levels = EnumSet.noneOf(Isolation.class);
    for (String name : section.texts("isolation")) {
      Optional<Isolation> level =
          Arrays.stream(Isolation.values())
              .filter(known -> JsonSection.written(known).equals(name))
              .findFirst();
      level.ifPresent(levels::add);
      if (level.isEmpty()) {
        section.fault("isolation", "a level of isolation expected, not \"" + name + "\"");
      }
    }
    TransactionCalls calls = new TransactionCalls(levels, section.flag("savepoints"));
    section.end();
    return calls;
  }

  private static TransactionStatements statements(JsonSection section) {
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
                : Optional.empty(),
            section.has("alone") && section.flag("alone"));
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
