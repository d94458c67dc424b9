package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Utf8View;

/** Whether bytes are well-formed, with the JDK's own decoder as the judge. */
class Utf8Test {

  private static final int[] EDGES = {
    0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
    0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff
  };

  @Test
  void agreesWithTheDecoderOnEverySequenceOfEdges() {
    for (int length = 0; length <= 4; length++) {
      int[] digits = new int[length];
      do {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
          bytes[i] = (byte) EDGES[digits[i]];
        }
        assertEquals(decodes(bytes), Utf8.wellFormed(bytes, 0, length), Arrays.toString(bytes));
      } while (count(digits));
    }
  }

  @Test
  void agreesWithTheDecoderOnTextsThatWereChangedAtRandom() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      byte[] text =
          random
              .ints(12, 0, 0x1_0400)
              .filter(c -> c < 0xd800 || c > 0xdfff)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      if (round % 2 == 0) {
        text[random.nextInt(text.length)] = (byte) random.nextInt(256);
      }
      assertEquals(decodes(text), Utf8.wellFormed(text, 0, text.length), Arrays.toString(text));
    }
  }

  @Test
  void showsMalformedBytesWithTheReplacementCharacter() {
    Utf8View view = new Utf8View();
    new ValueText().utf8(new byte[] {'a', (byte) 0xff, 'b'}, 0, 3).show(view);
    assertEquals("a\uFFFDb", view.toString());
  }

  @Test
  void showsWellFormedBytesWhereTheyLie() {
    byte[] bytes = "<grün>".getBytes(StandardCharsets.UTF_8);
    Utf8View view = new Utf8View();
    new ValueText().utf8(bytes, 1, bytes.length - 2).show(view);
    assertArrayEquals(bytes, view.array());
    assertEquals("grün", view.toString());
  }

  private static boolean count(int[] digits) {
    for (int i = 0; i < digits.length; i++) {
      if (++digits[i] < EDGES.length) {
        return true;
      }
      digits[i] = 0;
    }
    return false;
  }

  private static boolean decodes(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
