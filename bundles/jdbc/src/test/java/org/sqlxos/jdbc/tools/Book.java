package org.sqlxos.jdbc.tools;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.hibernate.Length;

/** An entity whose key a sequence makes, with a value of each kind. */
@Entity
class Book {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long id;

  @ManyToOne Author author;

  String title;

  @Column(precision = 10, scale = 2)
  BigDecimal price;

  UUID isbn;
  boolean sold;
  double weight;
  Instant ordered;
  LocalDateTime printed;
  LocalTime opens;

  @Column(length = Length.LONG32)
  String text;

  @Column(length = Length.LONG32)
  byte[] cover;

  Book() {}

  Book(Author author, String title) {
    this.author = author;
    this.title = title;
  }
}
