package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

/**
 * A list whose pages follow rows in place of being numbered.
 *
 * @param order what tells all rows apart
 * @param visible so many values of each row are for the caller
 * @param keys where in a row the values are that it is sorted by, one for each part of the order
 * @param limit rows of a page
 * @param given the text of the cursor that this page follows; empty for the first page
 */
public record Continued(
    List<Order> order, int visible, List<Integer> keys, long limit, String given) {

  /** Makes sure that each row has the values that it is sorted by, at its end if nowhere else. */
  static Continued of(List<Order> order, List<Selected> selection, long limit, String given) {
    int visible = selection.size();
    List<Integer> keys = new ArrayList<>(order.size());
    for (Order part : order) {
      int place = placeOf(part.column(), selection);
      if (place < 0) {
        place = selection.size();
        selection.add(new Selected.Field(freeName(selection), part.column()));
      }
      keys.add(place);
    }
    return new Continued(order, visible, keys, limit, given);
  }

  private static int placeOf(String column, List<Selected> selection) {
    for (int i = 0; i < selection.size(); i++) {
      if (selection.get(i) instanceof Selected.Field field && field.column().equals(column)) {
        return i;
      }
    }
    return -1;
  }

  private static String freeName(List<Selected> selection) {
    String name = "cursor_" + selection.size();
    while (taken(name, selection)) {
      name += "_";
    }
    return name;
  }

  private static boolean taken(String name, List<Selected> selection) {
    return selection.stream().anyMatch(selected -> selected.name().equalsIgnoreCase(name));
  }

  /** The order that is asked for, down to what tells all rows apart. */
  static List<Order> total(List<Order> asked, Relation relation) {
    Key key =
        relation
            .identity()
            .orElseThrow(
                () ->
                    RestProblem.PARAMETER_INVALID.problem(
                        "%s has no key, so no row of it can be followed"
                            .formatted(Names.quote(relation.name().name())),
                        "use \"page\""));
    List<Order> order = new ArrayList<>(asked);
    for (String column : key.columns()) {
      if (order.stream().noneMatch(part -> part.column().equals(column))) {
        order.add(new Order(column, false));
      }
    }
    for (Order part : order) {
      requireComparable(relation, part.column());
    }
    return order;
  }

  /**
   * The cursor behind a row.
   *
   * @throws ProblemException if that is where this page began: a column that keeps values of other
   *     types than its own has one that reads like another
   */
  public String behind(List<@Nullable String> values) {
    String text = new RowCursor(order, values).text();
    if (text.equals(given)) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "a row has a value that its column's type does not have, so that it follows itself",
          "sort by another column, or use \"page\"");
    }
    return text;
  }

  /**
   * What a database takes for equal and for greater in documents is its own affair, and so it is
   * among values of different types.
   */
  private static void requireComparable(Relation relation, String column) {
    UniversalType type = FilterReader.columnOf(relation, column).type();
    if (type == UniversalType.Simple.JSON || type == UniversalType.ANY) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "%s holds %s, behind which no row can be followed"
              .formatted(
                  Names.quote(column),
                  type == UniversalType.ANY ? "values of any type" : "documents"),
          "sort by another column, or use \"page\"");
    }
  }

  /**
   * The page behind the row of {@code cursor}, and one row more, which tells whether it is last.
   */
  Page page(Optional<RowCursor> cursor) {
    List<@Nullable Object> after = new ArrayList<>();
    cursor.ifPresent(behind -> after.addAll(behind.values()));
    return new Page(limit + 1, 0, after);
  }
}
