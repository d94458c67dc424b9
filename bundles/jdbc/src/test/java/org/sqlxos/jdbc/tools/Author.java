package org.sqlxos.jdbc.tools;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** An entity whose key the table makes. */
@Entity
class Author {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Version int version;

  @Column(length = 40, nullable = false, unique = true)
  String name;

  LocalDate born;

  Author() {}

  Author(String name, LocalDate born) {
    this.name = name;
    this.born = born;
  }
}
