package org.sqlxos.rest.internal.response;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TimestampType;

/**
 * A workbook with one sheet. Numbers that a spreadsheet's double cannot keep are texts, so that no
 * digit is lost; dates and timestamps without zone are dates where a spreadsheet has them.
 */
final class XlsxRows implements RowFormat {

  /** A sheet has no more; ECMA-376 leaves it open, every spreadsheet has this limit. */
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST_TEXT = 32_767;
  private static final long LARGEST_EXACT = 1L << 53;
  private static final int EXACT_DIGITS = 15;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  /** Rows that are held until they are handed on. */
  private static final int ROWS_AT_A_TIME = 500;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<ResultColumn> columns;
  private int row = 1;

  XlsxRows(OutputStream out, List<ResultColumn> columns, String name) throws IOException {
    this.workbook = new Workbook(out, "SQLx OS", null);
    this.sheet = workbook.newWorksheet(name);
    this.columns = columns;
    for (int i = 0; i < columns.size(); i++) {
      sheet.value(0, i, columns.get(i).name());
      format(i, columns.get(i).type());
    }
    sheet.freezePane(0, 1);
  }

  private void format(int column, UniversalType type) {
    switch (type) {
      case Simple simple when simple == Simple.DATE ->
          sheet.style(column).format("yyyy-mm-dd").set();
      case TimestampType ignored -> sheet.style(column).format("yyyy-mm-dd hh:mm:ss").set();
      default -> {}
    }
  }

  @Override
  public void write(Cursor cursor) throws IOException {
    if (row == MOST_ROWS) {
      throw RestProblem.EXPORT_TOO_LARGE.problem(
          "a sheet has room for %d rows and its header".formatted(MOST_ROWS - 1),
          "ask for less with limit, or for text/csv");
    }
    boolean empty = true;
    for (int i = 0; i < columns.size(); i++) {
      value(cursor, i);
      empty &= cursor.kind(i) == ValueKind.NULL;
    }
    if (empty) {
      // A row without cells would not be in the sheet, and those after it one too high.
      sheet.value(row, 0, "");
    }
    row++;
    if (row % ROWS_AT_A_TIME == 0) {
      sheet.flush();
    }
  }

  private void value(Cursor cursor, int column) {
    switch (cursor.kind(column)) {
      case NULL -> {}
      case BOOLEAN -> sheet.value(row, column, cursor.getBoolean(column));
      case INTEGER -> {
        long number = cursor.getLong(column);
        if (Math.abs(number) <= LARGEST_EXACT && number != Long.MIN_VALUE) {
          sheet.value(row, column, number);
        } else {
          sheet.value(row, column, Long.toString(number));
        }
      }
      case FLOAT -> number(column, cursor.getDouble(column));
      case DECIMAL -> decimal(column, cursor.getText(column));
      case TEXT, JSON -> text(column, cursor.getText(column));
      case BYTES -> text(column, Base64.getEncoder().encodeToString(cursor.getBytes(column)));
    }
  }

  private void number(int column, double number) {
    if (Double.isFinite(number)) {
      sheet.value(row, column, number);
    } else {
      sheet.value(row, column, Double.toString(number));
    }
  }

  private void decimal(int column, String digits) {
    try {
      BigDecimal number = new BigDecimal(digits);
      if (number.precision() <= EXACT_DIGITS) {
        sheet.value(row, column, number);
        return;
      }
    } catch (NumberFormatException e) {
      // Some databases have decimals that are no numbers: NaN, Infinity.
    }
    text(column, digits);
  }

  private void text(int column, String text) {
    try {
      switch (columns.get(column).type()) {
        case Simple simple when simple == Simple.DATE && inRange(LocalDate.parse(text)) ->
            sheet.value(row, column, LocalDate.parse(text));
        case TimestampType type
            when !type.zoned() && inRange(LocalDateTime.parse(text).toLocalDate()) ->
            sheet.value(row, column, LocalDateTime.parse(text));
        default -> plain(column, text);
      }
    } catch (DateTimeParseException e) {
      plain(column, text);
    }
  }

  private static boolean inRange(LocalDate date) {
    return date.getYear() > FIRST_YEAR && date.getYear() <= LAST_YEAR;
  }

  private void plain(int column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw RestProblem.EXPORT_TOO_LARGE.problem(
          "a cell has room for %d characters, \"%s\" has a longer text"
              .formatted(LONGEST_TEXT, columns.get(column).name()),
          "leave the column out with select, or ask for text/csv");
    }
    sheet.value(row, column, text);
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
