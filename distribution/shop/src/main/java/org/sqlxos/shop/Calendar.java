package org.sqlxos.shop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The days of the shop. They are fixed: the data must not depend on the day of the build. */
final class Calendar {

  static final LocalDate OPENED = LocalDate.of(2022, 3, 1);
  static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  static final Instant NOW = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);

  private Calendar() {}

  static Instant moment(Choice choice, Instant from, Instant to) {
    return Instant.ofEpochSecond(choice.between(from.getEpochSecond(), to.getEpochSecond()));
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  static LocalDate day(Choice choice, LocalDate from, LocalDate to) {
    return LocalDate.ofEpochDay(choice.between(from.toEpochDay(), to.toEpochDay()));
  }
}
