package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What PostgreSQL 15.18 sends, made with its {@code numeric_send} and the like: a line has type,
 * bytes and the text that the server gives for the same value.
 */
class ServerValuesTest {

  private static final String INTEGER = "{\"format\":\"integer\",\"bytes\":4}";
  private static final String NUMERIC = "{\"format\":\"decimal-groups\"}";
  private static final String TIMESTAMP = "{\"format\":\"timestamp\",\"epoch\":\"2000-01-01\"}";
  private static final String JSONB = "{\"format\":\"json\",\"version\":1}";
  private static final String MAC = "{\"format\":\"mac-address\",\"bytes\":%d}";
  private static final String NETWORK =
      "{\"format\":\"network-address\",\"ipv4Family\":2,\"ipv6Family\":3,\"network\":%s}";
  private static final String RANGE = "{\"format\":\"range\",\"bound\":%s}";
  private static final String ARRAY = "{\"format\":\"array\",\"element\":%s,\"elementCode\":%d}";

  private static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("numeric", NUMERIC),
          Map.entry("float4", "{\"format\":\"float\",\"bytes\":4}"),
          Map.entry("date", "{\"format\":\"date\",\"epoch\":\"2000-01-01\"}"),
          Map.entry("time", "{\"format\":\"time\"}"),
          Map.entry("timetz", "{\"format\":\"time\",\"zoned\":true}"),
          Map.entry("timestamp", TIMESTAMP),
          Map.entry("timestamptz", TIMESTAMP.replace("}", ",\"zoned\":true}")),
          Map.entry("interval", "{\"format\":\"interval\"}"),
          Map.entry("inet", NETWORK.formatted(false)),
          Map.entry("cidr", NETWORK.formatted(true)),
          Map.entry("macaddr", MAC.formatted(6)),
          Map.entry("macaddr8", MAC.formatted(8)),
          Map.entry("bit", "{\"format\":\"bit-string\"}"),
          Map.entry("varbit", "{\"format\":\"bit-string\"}"),
          Map.entry("jsonb", JSONB),
          Map.entry("int4range", RANGE.formatted(INTEGER)),
          Map.entry("numrange", RANGE.formatted(NUMERIC)),
          Map.entry("tsrange", RANGE.formatted(TIMESTAMP)),
          Map.entry("textrange", RANGE.formatted("{\"format\":\"text\"}")),
          Map.entry("int4[]", ARRAY.formatted(INTEGER, 23)),
          Map.entry("text[]", ARRAY.formatted("{\"format\":\"text\"}", 25)),
          Map.entry("numeric[]", ARRAY.formatted(NUMERIC, 1700)),
          Map.entry("jsonb[]", ARRAY.formatted(JSONB, 3802)));

  private static final Map<String, String> WRITTEN =
      Map.of(
          "float4", "{\"format\":\"float-text\"}",
          "date", "{\"format\":\"date-text\"}",
          "time", "{\"format\":\"time-text\"}",
          "timetz", "{\"format\":\"time-text\"}",
          "timestamp", "{\"format\":\"timestamp-text\"}",
          "timestamptz", "{\"format\":\"timestamp-text\",\"zoned\":true}",
          "interval", "{\"format\":\"interval-text\"}");

  @Test
  void bytesOfAServerMeanWhatItsTextSaysAndComeBackTheSame() throws IOException {
    List<String> lines;
    try (InputStream file = getClass().getResourceAsStream("postgresql-15.tsv")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }
    assertTrue(lines.size() > 200);
    assertAll(lines.stream().map(ServerValuesTest::check));
  }

  private static Executable check(String line) {
    String[] cells = line.split("\t", -1);
    ValueFormat binary = Formats.big(Objects.requireNonNull(BINARY.get(cells[0])));
    byte[] text = cells[2].getBytes(StandardCharsets.UTF_8);
    return () -> {
      Object value = Formats.read(binary, cells[1]);
      assertEquals(cells[1], Formats.hex(binary, value), line);
      String written = WRITTEN.getOrDefault(cells[0], "{\"format\":\"text\"}");
      assertEquals(Formats.read(Formats.big(written), text), value, line);
    };
  }
}
