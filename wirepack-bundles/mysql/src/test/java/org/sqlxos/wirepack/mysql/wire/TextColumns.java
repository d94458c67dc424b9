package org.sqlxos.wirepack.mysql.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sqlxos.operation.api.JsonValue;

/** Columns of text, bytes, and what is kept as one of them. */
final class TextColumns {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int WELL_KNOWN_POINT = 1;

  private TextColumns() {}

  private static ColumnCase<String> text(String column, Arbitrary<String> values) {
    return new ColumnCase<>(
        column,
        values,
        value -> value,
        value -> (String) value,
        (statement, value) -> statement.setString(1, value),
        rows -> rows.getString(1));
  }

  /** In hexadecimal digits, which compare and show well. */
  private static ColumnCase<String> bytes(String column, Arbitrary<byte[]> values) {
    HexFormat hex = HexFormat.of();
    return new ColumnCase<>(
        column,
        values.map(hex::formatHex),
        hex::parseHex,
        value -> hex.formatHex((byte[]) value),
        (statement, value) -> statement.setBytes(1, hex.parseHex(value)),
        rows -> hex.formatHex(rows.getBytes(1)));
  }

  private static Arbitrary<byte[]> octets(int least, int most) {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(least).ofMaxSize(most);
  }

  /** Characters of one to four bytes, the zero among them; no half pairs. */
  private static Arbitrary<String> characters(int most) {
    Arbitrary<Integer> points =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 0x7f),
            Arbitraries.integers().between(0x80, 0xd7ff),
            Arbitraries.integers().between(0xe000, 0xfffd),
            Arbitraries.integers().between(0x10000, 0x10ffff));
    return points.array(int[].class).ofMaxSize(most).map(each -> new String(each, 0, each.length));
  }

  /** A point as the server keeps it: a reference system, then well-known binary. */
  private static Arbitrary<byte[]> points() {
    Arbitrary<Double> coordinate = Arbitraries.doubles().between(-1e6, 1e6);
    return Combinators.combine(coordinate, coordinate)
        .as(
            (x, y) ->
                ByteBuffer.allocate(25)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0)
                    .put((byte) 1)
                    .putInt(WELL_KNOWN_POINT)
                    .putDouble(x)
                    .putDouble(y)
                    .array());
  }

  private static Arbitrary<JsonNode> documents() {
    return Combinators.combine(
            characters(12), Arbitraries.longs(), Arbitraries.of(true, false), octets(0, 5))
        .as(
            (text, number, truth, list) -> {
              var tree = JSON.createObjectNode().put("text", text).put("truth", truth);
              var array = tree.putObject("inner").put("number", number).putNull("n").putArray("a");
              for (byte each : list) {
                array.add((int) each);
              }
              return tree;
            });
  }

  private static JsonNode tree(Object text) {
    try {
      // Numbers that fit an int and those that do not are other nodes: all from text.
      return JSON.readTree((String) text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static List<ColumnCase<?>> all() {
    return List.of(
        text("VARCHAR(60)", characters(60)),
        text("CHAR(20)", characters(20).map(String::stripTrailing)),
        text("TINYTEXT", characters(60)),
        text("TEXT", characters(300)),
        text("MEDIUMTEXT", characters(300)),
        text("LONGTEXT", characters(300)),
        text("VARCHAR(60) CHARACTER SET latin1", Arbitraries.strings().ascii().ofMaxLength(60)),
        text("ENUM('a','B b','\u00fc','it''s')", Arbitraries.of("a", "B b", "\u00fc", "it's")),
        text(
            "SET('x','y','\u00df')", Arbitraries.of("", "x", "y", "x,y", "x,\u00df", "x,y,\u00df")),
        bytes("BINARY(12)", octets(0, 12).map(value -> Arrays.copyOf(value, 12))),
        bytes("VARBINARY(300)", octets(0, 300)),
        bytes("TINYBLOB", octets(0, 255)),
        bytes("BLOB", octets(0, 400)),
        bytes("MEDIUMBLOB", octets(0, 400)),
        bytes("LONGBLOB", octets(0, 400)),
        bytes("GEOMETRY", points()),
        new ColumnCase<JsonNode>(
            "JSON",
            documents().map(tree -> tree(tree.toString())),
            value -> new JsonValue(value.toString()),
            TextColumns::tree,
            (statement, value) -> statement.setString(1, value.toString()),
            rows -> tree(rows.getString(1))));
  }
}
