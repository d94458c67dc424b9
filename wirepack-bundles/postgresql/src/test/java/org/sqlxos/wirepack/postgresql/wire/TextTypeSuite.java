package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.testkit.server.DatabaseServer;

/** Text, bytes, and what is read as text. */
abstract class TextTypeSuite extends TypeSuite {

  private static final HexFormat HEX = HexFormat.of();

  TextTypeSuite(DatabaseServer server) {
    super(server);
  }

  @Property
  void textRoundTrips(@ForAll("texts") String value) throws SQLException {
    for (String type : new String[] {"text", "varchar"}) {
      oracle().roundTrip(TypeCase.text(type), value, value, value);
    }
  }

  @Property
  void charactersArePadded(@ForAll("words") String value) throws SQLException {
    String padded = value + " ".repeat(40 - value.codePointCount(0, value.length()));
    oracle().roundTrip(TypeCase.text("char(40)"), value, value, padded);
  }

  @Property
  void namesRoundTrip(@ForAll("words") String value) throws SQLException {
    String ascii = value.replaceAll("[^ -~]", "x");
    oracle().roundTrip(TypeCase.text("name"), ascii, ascii, ascii);
  }

  @Property
  void bytesRoundTrip(@ForAll @Size(max = 3_000) byte[] value) throws SQLException {
    TypeCase<byte[]> type =
        new TypeCase<>(
            "bytea",
            (statement, bytes) -> statement.setBytes(2, bytes),
            (row, column) -> HEX.formatHex(row.getBytes(column)),
            (row, column) -> HEX.formatHex(row.getBytes(column)));
    oracle().roundTrip(type, value, value, HEX.formatHex(value));
  }

  @Property
  void uuidsRoundTrip(@ForAll long high, @ForAll long low) throws SQLException {
    TypeCase<UUID> type =
        new TypeCase<>(
            "uuid",
            (statement, value) -> statement.setObject(2, value),
            (row, column) -> row.getObject(column, UUID.class),
            (row, column) -> UUID.fromString(row.getText(column)));
    UUID value = new UUID(high, low);
    oracle().roundTrip(type, value, value, value);
  }

  @Property
  void jsonKeepsItsText(@ForAll("json") String value) throws SQLException {
    oracle().roundTrip(TypeCase.text("json"), value, new JsonValue(value), value);
  }

  @Property
  void binaryJsonIsWhatTheServerMakesOfIt(@ForAll("json") String value) throws SQLException {
    String kept = oracle().canonical("jsonb", value);
    oracle().roundTrip(TypeCase.text("jsonb"), value, new JsonValue(value), kept);
    oracle().roundTrip(TypeCase.text("jsonb"), value, value, kept);
  }

  @Property
  void networkAddressesRoundTrip(@ForAll("addresses") String value) throws SQLException {
    oracle().roundTripAsText(TypeCase.text("inet"), value);
  }

  @Property
  void networksRoundTrip(@ForAll("networks") String value) throws SQLException {
    oracle().roundTripAsText(TypeCase.text("cidr"), value);
  }

  @Property
  void hardwareAddressesRoundTrip(@ForAll @Size(8) byte[] value) throws SQLException {
    HexFormat colons = HexFormat.ofDelimiter(":");
    oracle().roundTripAsText(TypeCase.text("macaddr8"), colons.formatHex(value));
    oracle().roundTripAsText(TypeCase.text("macaddr"), colons.formatHex(value, 0, 6));
  }

  @Property
  void bitStringsRoundTrip(@ForAll("bits") String value) throws SQLException {
    oracle().roundTripAsText(TypeCase.text("varbit"), value);
    String eleven = (value + "0".repeat(11)).substring(0, 11);
    oracle().roundTripAsText(TypeCase.text("bit(11)"), eleven);
  }

  @Example
  void enumsRoundTrip() throws SQLException {
    oracle().define("DROP TYPE IF EXISTS mood CASCADE");
    oracle().define("CREATE TYPE mood AS ENUM ('sad', 'o''k', 'überglücklich', '')");
    for (String value : new String[] {"sad", "o'k", "überglücklich", ""}) {
      oracle().roundTrip(TypeCase.text("mood"), value, value, value);
    }
    oracle().nullRoundTrip("mood");
  }

  @Example
  void typesUnknownToThePackAreText() throws SQLException {
    oracle().define("DROP TYPE IF EXISTS pair CASCADE; CREATE TYPE pair AS (a int, b text)");
    String[][] cases = {
      {"point", "(1.5,-2)"},
      {"tsvector", "'fat':2 'rat':3"},
      {"money", "$1,000.50"},
      {"xml", "<a>ü</a>"},
      {"polygon", "((0,0),(1,1),(2,0))"},
      {"pair", "(1,\"a \"\"b\"\"\")"},
      {"jsonpath", "$.\"a\"[*]"},
      {"pg_lsn", "16/B374D848"},
      {"int4multirange", "{[1,3),[5,7)}"}
    };
    for (String[] each : cases) {
      oracle().roundTripAsText(TypeCase.text(each[0]), each[1]);
      oracle().nullRoundTrip(each[0]);
    }
  }

  @Example
  void longTextAndBytesRoundTrip() throws SQLException {
    String value = "ä€😀x".repeat(1_000_000);
    oracle().roundTrip(TypeCase.text("text"), value, value, value);
    assertEquals(10_000_000, value.getBytes(StandardCharsets.UTF_8).length);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(300).filter(TextTypeSuite::canBeSent);
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.strings()
        .withChars("aäß€'\"\\{}, %_")
        .ofMaxLength(39)
        .map(text -> text.stripTrailing() + "x");
  }

  private static boolean canBeSent(String text) {
    return text.indexOf(0) < 0
        && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xdfff);
  }

  @Provide
  Arbitrary<String> json() {
    Arbitrary<String> strings =
        Arbitraries.strings()
            .withChars("aä€ \"\\/\n{}[]:,")
            .ofMaxLength(12)
            .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .map(text -> text.replace("\n", "\\n"));
    Arbitrary<String> leaves =
        Arbitraries.oneOf(
            strings,
            Arbitraries.longs().map(Object::toString),
            Arbitraries.bigDecimals().map(Object::toString),
            Arbitraries.of("true", "false", "null", "1e3", "-0.00", "[]", "{}", " [ 1 ,  2 ] "));
    Arbitrary<String> lists =
        leaves.list().ofMaxSize(4).map(all -> "[" + String.join(", ", all) + "]");
    Arbitrary<String> objects =
        Combinators.combine(strings, leaves, lists)
            .as((name, one, many) -> "{%s: %s, \"l\":%s}".formatted(name, one, many));
    return Arbitraries.oneOf(leaves, lists, objects);
  }

  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> four = bytes(4).map(all -> address(all, ".", false));
    Arbitrary<String> six = bytes(16).map(all -> address(all, ":", true));
    return Arbitraries.oneOf(
        Combinators.combine(four, Arbitraries.integers().between(0, 32)).as((a, n) -> a + "/" + n),
        Combinators.combine(six, Arbitraries.integers().between(0, 128)).as((a, n) -> a + "/" + n),
        Arbitraries.of("::1", "::", "::ffff:1.2.3.4", "1::8:0:0:0", "0.0.0.0/0", "::1.2.3.4"));
  }

  @Provide
  Arbitrary<String> networks() {
    return Arbitraries.of(
        "10.0.0.0/8", "192.168.7.128/25", "0.0.0.0/0", "1.2.3.4/32", "2001:db8::/32", "::/0");
  }

  private static Arbitrary<byte[]> bytes(int count) {
    return Arbitraries.bytes().array(byte[].class).ofSize(count);
  }

  private static String address(byte[] bytes, String delimiter, boolean pairs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += pairs ? 2 : 1) {
      text.append(i == 0 ? "" : delimiter);
      int first = bytes[i] & 0xff;
      text.append(
          pairs ? Integer.toHexString(first << 8 | bytes[i + 1] & 0xff) : Integer.toString(first));
    }
    return text.toString();
  }

  @Provide
  Arbitrary<String> bits() {
    return Arbitraries.strings().withChars("01").ofMaxLength(70);
  }
}
