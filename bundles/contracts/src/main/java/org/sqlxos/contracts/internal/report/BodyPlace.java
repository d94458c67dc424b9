package org.sqlxos.contracts.internal.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.sqlxos.problem.api.Violation;

/** A place in the data of a mutation: the row and column at hand, told as a JSON pointer. */
public final class BodyPlace implements Place {

  private static final int NO_ROW = -1;

  private final Violations violations;
  private final Data data;
  private final Deque<Integer> elements = new ArrayDeque<>(0);
  private int row = NO_ROW;
  private String column = "";

  public BodyPlace(Violations violations, Data data) {
    this.violations = violations;
    this.data = data;
  }

  /**
   * Where rows stand in a request.
   *
   * @param pointer of all of them
   * @param array whether they are the elements of an array there
   * @param rows the pointer of each, where they are not all together; else empty
   */
  public record Data(String pointer, boolean array, List<String> rows) {

    /** Rows that are together. */
    public Data(String pointer, boolean array) {
      this(pointer, array, List.of());
    }

    private String of(int row) {
      if (row == NO_ROW) {
        return pointer;
      }
      if (!rows.isEmpty()) {
        return rows.get(row);
      }
      return array ? pointer + '/' + row : pointer;
    }
  }

  public BodyPlace row(int row) {
    this.row = row;
    return this;
  }

  public BodyPlace column(String column) {
    this.column = column;
    return this;
  }

  @Override
  public Object refuse(String rule, String message) {
    StringBuilder pointer = rowPointer();
    pointer.append('/').append(escaped(column));
    for (Iterator<Integer> i = elements.descendingIterator(); i.hasNext(); ) {
      pointer.append('/').append(i.next());
    }
    violations.add(new Violation(pointer.toString(), rule, message));
    return REFUSED;
  }

  /** Notes that the row as a whole breaks a rule. */
  public void refuseRow(String rule, String message) {
    violations.add(new Violation(rowPointer().toString(), rule, message));
  }

  private StringBuilder rowPointer() {
    return new StringBuilder(data.of(row));
  }

  // RFC 6901, section 3
  private static String escaped(String token) {
    return token.replace("~", "~0").replace("/", "~1");
  }

  @Override
  public void enter(int element) {
    elements.push(element);
  }

  @Override
  public void leave() {
    elements.pop();
  }

  public Violations violations() {
    return violations;
  }
}
