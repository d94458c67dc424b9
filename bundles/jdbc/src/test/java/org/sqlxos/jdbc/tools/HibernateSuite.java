package org.sqlxos.jdbc.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** Hibernate keeps entities through the driver. */
abstract class HibernateSuite {

  private final DatabaseServer server;
  private TestDatabase database;
  private SessionFactory sessions;

  HibernateSuite(DatabaseServer server) {
    this.server = server;
  }

  @BeforeEach
  void createSchema() {
    database = server.createDatabase("hibernate");
    sessions = sessions("create");
  }

  /** Hibernate writes the URL into its log: user and password are no part of it. */
  private String bareUrl() {
    return "jdbc:sqlx:" + database.url().replaceFirst("//.*@", "//");
  }

  private SessionFactory sessions(String schema) {
    return new Configuration()
        .addAnnotatedClass(Author.class)
        .addAnnotatedClass(Book.class)
        .setProperty("hibernate.connection.url", bareUrl())
        .setProperty("hibernate.connection.username", database.user())
        .setProperty("hibernate.connection.password", database.password())
        .setProperty("hibernate.connection.driver_class", "org.sqlxos.jdbc.SqlxDriver")
        .setProperty("hibernate.hbm2ddl.auto", schema)
        .setProperty("hibernate.jdbc.batch_size", "20")
        .buildSessionFactory();
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    sessions.close();
    database.close();
  }

  private static Book full(Author author) {
    Book book = new Book(author, "The Dispossessed");
    book.price = new BigDecimal("12.50");
    book.isbn = UUID.fromString("a1b2c3d4-0000-4000-8000-00000000abcd");
    book.sold = true;
    book.weight = 0.1;
    book.ordered = Instant.parse("2026-01-02T03:04:05.123456Z");
    book.printed = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 123_456_000);
    book.opens = LocalTime.of(9, 30);
    book.text = "wörter ".repeat(50_000);
    book.cover = new byte[300_000];
    new Random(1).nextBytes(book.cover);
    return book;
  }

  @Test
  void keepsAValueOfEachKind() {
    Author author = new Author("Ursula K. Le Guin", LocalDate.of(1929, 10, 21));
    Book book = full(author);
    sessions.inTransaction(
        session -> {
          session.persist(author);
          session.persist(book);
        });
    sessions.inTransaction(
        session -> {
          Book found = session.find(Book.class, book.id);
          assertEquals(book.price, found.price);
          assertEquals(book.isbn, found.isbn);
          assertTrue(found.sold);
          assertEquals(0.1, found.weight);
          assertEquals(book.ordered, found.ordered);
          assertEquals(book.printed, found.printed);
          assertEquals(book.opens, found.opens);
          assertEquals(book.text, found.text);
          assertArrayEquals(book.cover, found.cover);
          assertEquals(LocalDate.of(1929, 10, 21), found.author.born);
        });
  }

  @Test
  void findsTheSchemaThatItMadeValid() {
    sessions("validate").close();
    sessions("update").close();
  }

  @Test
  void pagesThroughManyRowsThatWereSentInBatches() {
    sessions.inTransaction(
        session -> {
          for (int i = 0; i < 100; i++) {
            session.persist(new Book(null, "book %03d".formatted(i)));
          }
        });
    List<String> page =
        sessions.fromSession(
            session ->
                session
                    .createQuery(
                        "select title from Book where title like ?1 order by title", String.class)
                    .setParameter(1, "book%")
                    .setFirstResult(40)
                    .setMaxResults(3)
                    .getResultList());
    assertEquals(List.of("book 040", "book 041", "book 042"), page);
  }

  @Test
  void noticesThatSomebodyElseWasFaster() {
    Author author = new Author("a", LocalDate.EPOCH);
    sessions.inTransaction(session -> session.persist(author));
    assertThrows(
        OptimisticLockException.class,
        () ->
            sessions.inTransaction(
                slow -> {
                  Author mine = slow.find(Author.class, author.id);
                  sessions.inTransaction(fast -> fast.find(Author.class, author.id).name = "fast");
                  mine.name = "slow";
                }));
    assertEquals(
        "fast", sessions.fromSession(session -> session.find(Author.class, author.id).name));
    assertThrows(
        OptimisticLockException.class,
        () ->
            sessions.inTransaction(
                session -> {
                  Author old = new Author("old", LocalDate.EPOCH);
                  old.id = author.id;
                  session.merge(old);
                }));
  }

  @Test
  void tellsWhichConstraintIsViolated() {
    sessions.inTransaction(session -> session.persist(new Author("twice", LocalDate.EPOCH)));
    ConstraintViolationException refusal =
        assertThrows(
            ConstraintViolationException.class,
            () ->
                sessions.inTransaction(
                    session -> session.persist(new Author("twice", LocalDate.EPOCH))));
    assertNotNull(refusal.getConstraintName());
  }
}
