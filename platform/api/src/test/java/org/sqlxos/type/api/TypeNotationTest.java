package org.sqlxos.type.api;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNotationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          text(          | a number expected at character 6
          text(40        | ')' expected at character 8
          varchar(40)    | a type, not "varchar", expected at character 8
          enum('a        | a closing quote expected at character 7
          integer(7)     | 8, 16, 32 or 64 bits, not 7
          text(0)        | a length is 1 or more, not 0
          array()        | a type, not "", expected at character 7
          uuid uuid      | the end expected at character 5
          time(10)       | 0 to 9 fractional digits, not 10
          """)
  void saysWhereAndWhatWasExpected(String notation, String message) {
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> UniversalType.parse(notation));
    assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
  }
}
