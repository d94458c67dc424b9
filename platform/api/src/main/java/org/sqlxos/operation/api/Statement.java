package org.sqlxos.operation.api;

/**
 * What an operation wants.
 *
 * <p>{@link Query} and {@link Mutation} are structured requests over the catalog: stages can read
 * and change them. A {@link Batch} is several in one transaction, {@link Locked} a read that its
 * later ones depend on, a {@link Series} inserts that are still being made, a {@link Call} runs
 * what the database has stored. {@link Sql} is text in a stated dialect, {@link Command} is native
 * to a database that has no SQL.
 *
 * <p>Values inside are, by universal type: boolean {@code Boolean}; integers {@code Long}; decimal
 * {@code BigDecimal}; float {@code Double}; text, enum and json {@code String}; bytes {@code
 * byte[]}; uuid {@code UUID}; date {@code LocalDate}; time {@code LocalTime}; timestamp {@code
 * LocalDateTime}, with zone {@code OffsetDateTime}; interval {@link org.sqlxos.type.api.Interval};
 * array {@code List}; NULL is {@code null}. Before VERIFY a value may still be what the caller sent
 * (text of a query string, a JSON value); VERIFY turns it into the class above or refuses it.
 */
public sealed interface Statement
    permits Query, Mutation, Call, Batch, Locked, Series, Sql, Command {

  /** Whether it can change data. Decides retries, caching and which connection it gets. */
  boolean writes();
}
