package org.sqlxos.rest.internal.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.http.MemoryCursor;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** What is written is what other programs read: Commons CSV, a reader of workbooks, Jackson. */
final class RowFormatTest {

  private static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn("id", UniversalType.ANY),
          new ResultColumn("the \"text\", quoted", UniversalType.TEXT),
          new ResultColumn("day", Simple.DATE),
          new ResultColumn("at", new TimestampType(0, false)));

  @Property(tries = 300)
  void csvIsReadByOthersAsItWas(@ForAll("rows") List<List<Object>> rows) throws IOException {
    String csv = new String(written(CsvRows::new, rows), StandardCharsets.UTF_8);

    // A field that is empty and not quoted is NULL.
    List<CSVRecord> read =
        CSVFormat.RFC4180
            .builder()
            .setNullString("")
            .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL_NON_NULL)
            .get()
            .parse(new StringReader(csv))
            .getRecords();

    assertEquals(COLUMNS.stream().map(ResultColumn::name).toList(), read.getFirst().toList());
    assertEquals(
        rows.stream().map(RowFormatTest::texts).toList(),
        read.stream().skip(1).map(CSVRecord::toList).toList());
  }

  @Property(tries = 300)
  void ndjsonHasARowALine(@ForAll("rows") List<List<Object>> rows) throws IOException {
    String text = new String(written(NdjsonRows::new, rows), StandardCharsets.UTF_8);

    List<List<String>> read = new ArrayList<>();
    for (String line : text.lines().toList()) {
      List<String> values = new ArrayList<>();
      for (JsonNode value : new ObjectMapper().readTree(line)) {
        values.add(value.isNull() ? null : value.asText());
      }
      read.add(values);
    }
    assertEquals(rows.stream().map(RowFormatTest::texts).toList(), read);
  }

  @Property(tries = 50)
  void workbooksAreReadByOthersAsTheyWere(@ForAll("rows") List<List<Object>> rows)
      throws IOException {
    List<Row> read = sheet(written((out, columns) -> new XlsxRows(out, columns, "all"), rows));

    assertEquals(rows.size() + 1, read.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = read.get(i + 1);
      for (int column = 0; column < COLUMNS.size(); column++) {
        String expected = texts(rows.get(i)).get(column);
        assertEquals(
            expected,
            row.getCellText(column).isEmpty() && expected == null ? null : cell(row, column));
      }
    }
  }

  private static String cell(Row row, int column) {
    return row.getCell(column).getType() == CellType.NUMBER
        ? new BigDecimal(row.getCell(column).getRawValue()).toPlainString()
        : row.getCellText(column);
  }

  @Test
  void aWorkbookKeepsNumbersAndDatesAsWhatTheyAre() throws IOException {
    List<Object> row = Arrays.asList(42L, "x", "2024-02-29", "2024-02-29T12:30:00");

    Row read =
        sheet(written((out, columns) -> new XlsxRows(out, columns, "all"), List.of(row))).get(1);

    assertEquals(CellType.NUMBER, read.getCell(0).getType());
    assertEquals(LocalDate.of(2024, 2, 29), read.getCellAsDate(2).orElseThrow().toLocalDate());
    assertEquals(LocalDateTime.of(2024, 2, 29, 12, 30), read.getCellAsDate(3).orElseThrow());
  }

  @Test
  void aWorkbookLosesNoDigit() throws IOException {
    for (Object number :
        List.of(Long.MAX_VALUE, Long.MIN_VALUE, new BigDecimal("12345678901234567.89"))) {
      Row read =
          sheet(
                  written(
                      (out, columns) -> new XlsxRows(out, columns, "all"),
                      List.of(Arrays.asList(number, "", null, null))))
              .get(1);
      assertEquals(number.toString(), read.getCellText(0));
    }
  }

  @Test
  void aTextThatNoCellCanHoldIsRefused() {
    List<Object> row = Arrays.asList(1L, "x".repeat(32_768), null, null);

    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> written((out, columns) -> new XlsxRows(out, columns, "all"), List.of(row)));
    assertEquals("SQLX129", refused.problem().code().code());
  }

  @Provide
  Arbitrary<List<List<Object>>> rows() {
    Arbitrary<Object> number =
        Arbitraries.longs().between(-(1L << 50), 1L << 50).map(Object.class::cast).injectNull(0.2);
    // A sheet cannot hold control characters, and a reader of CSV makes one of CR and LF.
    Arbitrary<Object> text =
        Arbitraries.strings()
            .withChars(" ,;\"\n\t'=+-@aZ0\u00e9\u4e16")
            .withCharRange('\u0400', '\u04ff')
            .ofMinLength(1)
            .ofMaxLength(20)
            .map(Object.class::cast)
            .injectNull(0.2);
    return net.jqwik.api.Combinators.combine(number, text)
        .as((id, words) -> Arrays.asList(id, words, null, null))
        .list()
        .ofMaxSize(30);
  }

  private static List<String> texts(List<Object> row) {
    List<String> texts = new ArrayList<>();
    row.forEach(value -> texts.add(value == null ? null : value.toString()));
    return texts;
  }

  private static byte[] written(RowFormat.Factory factory, List<List<Object>> rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> names = COLUMNS.stream().map(ResultColumn::name).toList();
    List<Map<String, Object>> values = new ArrayList<>();
    for (List<Object> row : rows) {
      Map<String, Object> named = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        named.put(names.get(i), row.get(i));
      }
      values.add(named);
    }
    MemoryCursor cursor = new MemoryCursor(names, values, row -> {});
    RowFormat format = factory.begin(out, COLUMNS);
    while (cursor.next()) {
      format.write(cursor);
    }
    format.finish();
    return out.toByteArray();
  }

  private static List<Row> sheet(byte[] workbook) {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return read.getFirstSheet().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
