package org.sqlxos.benchmarks.wire.data;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements, the same for all clients but for the placeholders.
 *
 * @param numbered whether they are {@code $1}, {@code $2} or all {@code ?}
 */
public record Statements(boolean numbered) {

  /** The columns of {@link Item}, in its order. */
  private static final String ITEM_COLUMNS =
      "id, serial, label, price, changed, due, active, weight, code, digest";

  /** One item by its number: serial and label. */
  public String lookup() {
    return "SELECT serial, label FROM item WHERE id = " + placeholder(1);
  }

  /** All items, all columns. */
  public String fetch() {
    return "SELECT " + ITEM_COLUMNS + " FROM item ORDER BY id";
  }

  /** The document. */
  public String value() {
    return "SELECT content FROM document WHERE id = " + placeholder(1);
  }

  /** Inserts one item. */
  public String insertItem() {
    return "INSERT INTO item (" + ITEM_COLUMNS + ") VALUES " + row(1, 10);
  }

  /** Inserts the document: number, content. */
  public String insertDocument() {
    return "INSERT INTO document (id, content) VALUES " + row(1, 2);
  }

  /** Inserts so many deliveries: customer, note, amount. */
  public String insertDeliveries(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(i -> row(3 * i + 1, 3))
        .collect(
            Collectors.joining(", ", "INSERT INTO delivery (customer, note, amount) VALUES ", ""));
  }

  private String row(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(this::placeholder)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String placeholder(int number) {
    return numbered ? "$" + number : "?";
  }
}
