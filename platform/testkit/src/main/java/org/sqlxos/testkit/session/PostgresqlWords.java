package org.sqlxos.testkit.session;

import java.util.Optional;

/**
 * PostgreSQL: a parameter that is not compared with anything has to tell its type. A series is
 * streamed where it is selected, and stored first where it is selected from.
 */
final class PostgresqlWords implements SqlWords {

  @Override
  public String column(Type type) {
    return switch (type) {
      case INTEGER -> "int8";
      case TEXT -> "text";
      case BYTES -> "bytea";
    };
  }

  @Override
  public String parameter(int number, Type type) {
    return "$%d::%s".formatted(number, column(type));
  }

  @Override
  public String numbers(long powerOfTen) {
    return "SELECT generate_series(1::int8, %d)".formatted(powerOfTen);
  }

  @Override
  public Failing failing() {
    return new Failing("SELECT 1 / (20000 - n) FROM generate_series(1, 30000) n", "SQLX644");
  }

  @Override
  public String endless() {
    return "SELECT 1 FROM pg_sleep(600)";
  }

  @Override
  public Optional<String> retype(String table, String column) {
    return Optional.of("ALTER TABLE %s ALTER %s TYPE text".formatted(table, column));
  }
}
