package org.sqlxos.testkit.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.dialect.api.Dialect;

/**
 * Patterns mean the same in every database: {@code %} and {@code _} are wildcards, a backslash is
 * their escape, and nothing else is special. Letters outside of ASCII are each database's own
 * affair where case is ignored.
 */
public interface LikeConformance {

  /** The dialect whose conditions are tried. */
  Dialect dialect();

  /**
   * Whether a condition holds in the database.
   *
   * @param condition with {@code $1} for the text and {@code $2} for the pattern
   */
  boolean holds(String condition, String text, String pattern) throws SQLException;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna|A%|true",
        "Anna|a%|false",
        "Anna|_nna|true",
        "Anna|_NNA|false",
        "Anna|Anna|true",
        "Anna|nn|false",
        "Anna|%nn%|true",
        "''|%|true",
        "''|_|false",
        "50%|50\\%|true",
        "50x|50\\%|false",
        "a_b|a\\_b|true",
        "axb|a\\_b|false",
        "a\\b|a\\\\b|true",
        "a\\%|a\\\\\\%|true",
        "a\\xyz|a\\\\%|true",
        "a%|a\\\\%|false",
        "a*b|a*b|true",
        "axb|a*b|false",
        "a?b|a?b|true",
        "axb|a?b|false",
        "a[b]c|a[b]c|true",
        "abc|a[b]c|false",
        "[]|[]|true",
        "[^a]|[^a]|true",
        "b|[^a]|false",
        "Ärger|Ä%|true",
        "Ärger|A%|false",
        "日本語|日_語|true",
        "😀x|_x|true",
      })
  default void likeHeedsCase(String text, String pattern, boolean wanted) throws SQLException {
    assertEquals(wanted, holds(dialect().syntax().caseSensitiveLike(), text, pattern));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anna|a%|true",
        "Anna|_NNA|true",
        "Anna|b%|false",
        "50%|50\\%|true",
        "50x|50\\%|false",
        "a*b|A*B|true",
        "axb|a*b|false",
        "a\\b|A\\\\B|true",
        "Ärger|Ä%|true",
        "Ärger|a%|false",
      })
  default void likeIgnoresCase(String text, String pattern, boolean wanted) throws SQLException {
    assertEquals(wanted, holds(dialect().syntax().caseInsensitiveLike(), text, pattern));
  }
}
