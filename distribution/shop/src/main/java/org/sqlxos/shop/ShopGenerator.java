package org.sqlxos.shop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Writes the sample shop into a new SQLite database. Two runs write the same rows.
 *
 * <p>The file is left in write-ahead mode, which is a property of the file: every program that
 * opens it, not only ours, then reads while another writes. The price is that it cannot be opened
 * from a directory without write permission; the file is meant to be copied before it is served.
 */
public final class ShopGenerator {

  private ShopGenerator() {}

  /**
   * @param arguments the path of the file; an existing one is replaced
   */
  public static void main(String... arguments) throws IOException, SQLException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one argument expected: the path of the database file");
    }
    generate(Path.of(arguments[0]));
  }

  /** Writes the shop to {@code file}; an existing file is replaced. */
  public static void generate(Path file) throws IOException, SQLException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(Path.of(file + suffix));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      // A half-written file is thrown away, not repaired: no need to wait for the disk.
      execute(connection, "PRAGMA synchronous = OFF");
      execute(connection, "PRAGMA foreign_keys = ON");
      connection.setAutoCommit(false);
      schema(connection);
      // Rows are written in batches, so a child may come before its parent; the commit checks all.
      execute(connection, "PRAGMA defer_foreign_keys = ON");
      fill(connection);
      connection.commit();
      connection.setAutoCommit(true);
      execute(connection, "ANALYZE");
      execute(connection, "VACUUM");
      execute(connection, "PRAGMA journal_mode = WAL");
    }
  }

  private static void schema(Connection connection) throws IOException, SQLException {
    String script =
        Vocabulary.text("schema.sql")
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(java.util.stream.Collectors.joining("\n"));
    for (String statement : script.split(";\\s*(\n|$)")) {
      execute(connection, statement);
    }
  }

  private static void fill(Connection connection) throws IOException, SQLException {
    List<Country> countries = new CountryRows(connection).fill();
    List<Customer> customers = new CustomerRows(connection, countries).fill();
    RangeRows range = new RangeRows(connection);
    Map<String, Integer> categories = range.categories();
    int suppliers = range.suppliers(countries);
    List<Product> products = new ProductRows(connection).fill(categories, suppliers);
    List<String> warehouses = new StockRows(connection).fill(products);
    List<String> coupons = new CouponRows(connection).fill();
    List<OrderedItem> bought =
        new OrderRows(connection, products, coupons).fill(customers, warehouses);
    new ReviewRows(connection).fill(bought);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
