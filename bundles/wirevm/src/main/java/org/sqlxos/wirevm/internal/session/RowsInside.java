package org.sqlxos.wirevm.internal.session;

import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.protocol.Slots;

/**
 * Several rows in one message, handed out one by one as if each had come alone. Where a row ends is
 * found before it is handed out, so that who does not want it need not read it. Hot code.
 */
final class RowsInside {

  /**
   * How a message holds rows.
   *
   * @param row read and skipped in this way
   */
  record Layout(int countPlace, int columnsPlace, Transition row, RowReader reader) {}

  private static final int[] NO_WIDTHS = {};

  /** More no database has; memory is taken for each. */
  private static final int MOST_COLUMNS = 0xffff;

  private final FrameInput input;
  private final BodyReader body;
  private @Nullable Layout layout;
  private long left;
  private int columns;
  private int[] places = new int[0];
  private int at;
  private int end;

  RowsInside(FrameInput input, BodyReader body) {
    this.input = input;
    this.body = body;
  }

  /** The body stands before the first row. */
  void open(Layout newLayout, Slots slots) {
    layout = newLayout;
    at = body.position();
    end = body.end();
    left = slots.number(newLayout.countPlace());
    long each = slots.number(newLayout.columnsPlace());
    int room = end - at;
    // Every value has a length at least: numbers that promise more are not believed.
    if (left < 0
        || each < 0
        || left > room
        || left > 0 && (each == 0 || each > Math.min(room, MOST_COLUMNS))) {
      throw WireProblem.MALFORMED.problem(
          "A message of %d bytes announces %d rows of %d columns".formatted(room, left, each));
    }
    columns = (int) each;
    if (left > 0 && places.length < 2 * columns) {
      places = new int[2 * columns];
    }
  }

  /** The next row, the body standing before it; null when there is none. */
  @Nullable Transition next() {
    Layout current = layout;
    if (current == null || left == 0) {
      return null;
    }
    left--;
    body.open(input.array(), at, end);
    current.reader().read(body, columns, NO_WIDTHS, places);
    int start = at;
    at = body.position();
    body.open(input.array(), start, at);
    return current.row();
  }
}
