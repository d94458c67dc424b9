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
import org.sqlxos.type.api.UniversalType;

/**
 * A list whose pages follow rows in place of being numbered.
 *
 * @param order what tells all rows apart
 * @param visible so many values of each row are for the caller
 * @param keys where in a row the values are that it is sorted by, one for each part of the order
 * @param limit rows of a page
 */
public record Continued(List<Order> order, int visible, List<Integer> keys, long limit) {

  /** Makes sure that each row has the values that it is sorted by, at its end if nowhere else. */
  static Continued of(List<Order> order, List<Selected> selection, long limit) {
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
    return new Continued(order, visible, keys, limit);
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

  /** What a database takes for equal and for greater in documents is its own affair. */
  private static void requireComparable(Relation relation, String column) {
    if (FilterReader.columnOf(relation, column).type() == UniversalType.Simple.JSON) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "%s holds documents, behind which no row can be followed".formatted(Names.quote(column)),
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
