package org.sqlxos.assembly.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Random;

/**
 * A column.
 *
 * @param type as it is declared
 * @param size of the values: bits, digits, characters or octets
 */
public record GeneratedColumn(String name, String type, Kind kind, int size, boolean nullable) {

  private static final List<GeneratedColumn> TYPES =
      List.of(
          of("INTEGER", Kind.INTEGER, 64),
          of("BIGINT", Kind.INTEGER, 64),
          of("INT4", Kind.INTEGER, 32),
          of("SMALLINT", Kind.INTEGER, 16),
          of("INT1", Kind.INTEGER, 8),
          of("DECIMAL(9, 4)", Kind.DECIMAL, 9),
          of("NUMERIC(15,4)", Kind.DECIMAL, 15),
          of("REAL", Kind.FLOAT, 64),
          of("DOUBLE PRECISION", Kind.FLOAT, 64),
          of("BOOLEAN", Kind.BOOLEAN, 1),
          of("TINYINT(1)", Kind.BOOLEAN, 1),
          of("TEXT", Kind.TEXT, 200),
          of("VARCHAR(12)", Kind.TEXT, 12),
          of("CHAR(1)", Kind.TEXT, 1),
          of("CLOB", Kind.TEXT, 200),
          of("BLOB", Kind.BYTES, 40),
          of("VARBINARY(8)", Kind.BYTES, 8),
          of("DATE", Kind.DATE, 0),
          of("TIME", Kind.TIME, 0),
          of("TIMESTAMP", Kind.TIMESTAMP, 0),
          of("DATETIME", Kind.TIMESTAMP, 0),
          of("TIMESTAMP WITH TIME ZONE", Kind.TIMESTAMPTZ, 0),
          of("UUID", Kind.UUID, 0),
          of("JSON", Kind.DOCUMENT, 0),
          of("INTERVAL", Kind.INTERVAL, 0),
          of("TEXT ARRAY", Kind.LIST, 0),
          of("", Kind.ANY, 64));

  private static final List<GeneratedColumn> KEY_TYPES =
      List.of(
          of("INTEGER", Kind.INTEGER, 64),
          of("BIGINT", Kind.INTEGER, 64),
          of("TEXT", Kind.TEXT, 40),
          of("VARCHAR(20)", Kind.TEXT, 20),
          of("UUID", Kind.UUID, 0),
          of("DATE", Kind.DATE, 0));

  private static GeneratedColumn of(String type, Kind kind, int size) {
    return new GeneratedColumn("", type, kind, size, false);
  }

  static GeneratedColumn any(Random random, String name) {
    return TYPES.get(random.nextInt(TYPES.size())).named(name, random.nextInt(3) > 0);
  }

  static GeneratedColumn key(Random random, String name) {
    return KEY_TYPES.get(random.nextInt(KEY_TYPES.size())).named(name, false);
  }

  GeneratedColumn named(String other, boolean nullable) {
    return new GeneratedColumn(other, type, kind, size, nullable);
  }

  JsonNode value(Random random) {
    return nullable && random.nextInt(5) == 0 ? NullNode.getInstance() : kind.value(random, size);
  }

  /** The name as SQL writes it. */
  String quoted() {
    return quote(name);
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
