package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;

/** Reads how the rows of one level are sorted, and which of them are wanted. */
final class PageReader {

  /** What is not a page is not held in memory: as much as a number of rows can be. */
  static final long MOST_ROWS = Integer.MAX_VALUE;

  private final Level level;
  private final RequestLimits limits;

  PageReader(Level level, RequestLimits limits) {
    this.level = level;
    this.limits = limits;
  }

  /** A numbered page. */
  Page page(long most) {
    long limit = limit(most);
    long page = number("page", 1, Long.MAX_VALUE / limit);
    return new Page(limit, (page - 1) * limit);
  }

  /** Rows inside others: all of them, unless a part is asked for. */
  Page inside() {
    if (level.single("limit") != null) {
      return page(MOST_ROWS);
    }
    if (level.single("page") != null) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "rows inside others have pages only where they have a limit too");
    }
    return Page.ALL;
  }

  /** Rows of a page. */
  long limit(long most) {
    return number("limit", limits.limitDefault(), most);
  }

  private long number(String name, int absent, long most) {
    String text = level.single(name);
    if (text == null) {
      return absent;
    }
    long number = digits(text);
    if (number < 1 || number > most) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "parameter \"%s\": a whole number from 1 to %d expected, found %s"
              .formatted(name, most, Names.quote(text)));
    }
    return number;
  }

  // Eighteen digits always fit; more are out of bounds anyway.
  private static long digits(String text) {
    if (text.isEmpty() || text.length() > 18) {
      return -1;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return -1;
      }
    }
    return Long.parseLong(text);
  }

  /** As asked for. That pages do not overlap is for who knows what the database can sort by. */
  List<Order> order() {
    List<Order> order = new ArrayList<>();
    String text = level.single("sort");
    if (text == null) {
      return order;
    }
    Scanner in = new Scanner("sort", text);
    do {
      boolean descending = in.skip("-");
      String name = sortable(in.token(","));
      if (order.stream().anyMatch(part -> part.column().equals(name))) {
        throw RestProblem.PARAMETER_REPEATED.problem(
            "parameter \"sort\" has %s more than once".formatted(Names.quote(name)));
      }
      order.add(new Order(name, descending));
    } while (in.skip(","));
    in.requireEnd();
    return order;
  }

  /** Groups are sorted by what is said of them, rows by their columns. */
  private String sortable(String name) {
    if (!level.grouped()) {
      return FilterReader.columnOf(level.relation(), name).name();
    }
    if (!level.answers(name)) {
      throw RestProblem.COLUMN_UNKNOWN.problem(
          "the answer has no %s to be sorted by".formatted(Names.quote(name)),
          Names.hint(name, level.names(), "it has " + String.join(", ", level.names())));
    }
    return name;
  }
}
