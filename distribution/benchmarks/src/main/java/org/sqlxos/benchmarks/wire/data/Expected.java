package org.sqlxos.benchmarks.wire.data;

/** What a client has to have read. A client that reads something else is not measured but ended. */
public final class Expected {

  private static final long ALL_ITEMS = Item.checksumOfAll();

  private Expected() {}

  /** The two values of the look-up of one item. */
  public static void item(int id, long serial, String label) {
    // A label is made with a formatter: comparing its end is enough to see that it was read.
    if (serial != Item.serial(id) || !label.endsWith("store")) {
      throw new IllegalStateException("item %d: read %d, '%s'".formatted(id, serial, label));
    }
  }

  /** All values of all items. */
  public static void allItems(Checksum checksum) {
    if (checksum.value() != ALL_ITEMS) {
      throw new IllegalStateException(
          "the checksum of all items is %x, not %x".formatted(ALL_ITEMS, checksum.value()));
    }
  }

  /** The content of the document. */
  public static void document(byte[] content) {
    if (content.length != Document.LENGTH
        || content[0] != Document.at(0)
        || content[content.length - 1] != Document.at(content.length - 1)) {
      throw new IllegalStateException(
          "the document was read as %d bytes".formatted(content.length));
    }
  }

  /** How many rows an insert has changed. */
  public static void changed(long expected, long actual) {
    if (actual != expected) {
      throw new IllegalStateException("%d rows changed instead of %d".formatted(actual, expected));
    }
  }
}
