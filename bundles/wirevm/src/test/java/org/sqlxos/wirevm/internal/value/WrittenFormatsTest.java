package org.sqlxos.wirevm.internal.value;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/** Values in a line of text. */
class WrittenFormatsTest {

  private static final ValueFormat TEXT = new EscapedTextFormat();
  private static final ValueFormat LIST = new ListTextFormat();

  private static String text(ValueFormat format, String written) {
    byte[] bytes = ("<" + written + ">").getBytes(UTF_8);
    return format.toText(bytes, 1, bytes.length - 2);
  }

  @Test
  void aBackslashSaysThatTheNextByteMeansAnother() {
    assertEquals("a\tb\nc\\d'e\0ü", text(TEXT, "a\\tb\\nc\\\\d\\'e\\0ü"));
    assertEquals("A\b\f\rx41", text(TEXT, "\\x41\\b\\f\\rx41"));
    assertEquals("plain", text(TEXT, "plain"));
    assertEquals("\\", text(TEXT, "\\"));
  }

  @Test
  void whatIsNoTextIsBytes() {
    byte[] bytes = "\\0\u00ff".getBytes(ISO_8859_1);
    assertEquals(ValueKind.BYTES, TEXT.kind(bytes, 0, bytes.length));
    assertArrayEquals(new byte[] {0, -1}, TEXT.toBytes(bytes, 0, bytes.length));
    assertEquals(ValueKind.TEXT, TEXT.kind(bytes, 0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | []",
        "[1,-2.5,1e9,NULL] | [1,-2.5,1e9,null]",
        "['a\\'b','\\t\\\\','\"',''] | [\"a'b\",\"\\t\\\\\",\"\\\"\",\"\"]",
        "(5,'q',[['2026-01-02']]) | [5,\"q\",[[\"2026-01-02\"]]]",
        "{'k':1,2:'v'} | {\"k\":1,\"2\":\"v\"}",
        "[nan,-inf,2026-01-02] | [\"nan\",\"-inf\",\"2026-01-02\"]",
        "[true,NULL] | [true,null]",
      })
  void aListInWritingIsJson(String written, String json) {
    assertEquals(json, text(LIST, written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "[", "]", "[1", "[1,]", "[,1]", "['a", "[1)", "1,2", "[1][2]", "{1}", "{1:2:3}",
        "{[1]:2}", "[1:2]"
      })
  void whatIsNoListIsMalformed(String written) {
    ProblemException problem = assertThrows(ProblemException.class, () -> text(LIST, written));
    assertEquals(WireProblem.MALFORMED, problem.problem().code());
  }
}
