package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A value made of values in writing: lists {@code [1,2]}, records {@code (1,'a')}, maps {@code
 * {'k':1}}, texts in single quotes with backslashes, NULL; as JSON, where records are lists and
 * what is no number of JSON's is text.
 */
public final class ListTextFormat extends ValueFormat {

  private static final String TYPE = "A value made of values";

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.JSON;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return to.string(new Reading(bytes, offset, offset + length).document());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    JsonFormat.checked().write(value, to);
  }

  /** One value being read. */
  private static final class Reading {

    /** Within a map: a key comes, or its value. */
    private static final char KEY = 'k';

    private static final char VALUE = 'v';

    private final byte[] bytes;
    private final int end;
    private final StringBuilder json = new StringBuilder();
    private final java.util.ArrayDeque<Character> open = new java.util.ArrayDeque<>();
    private int at;

    /** Whether a value stands right before. */
    private boolean value;

    /** Whether that value has none in it. */
    private boolean scalar;

    /** Whether something was opened right before. */
    private boolean opened;

    Reading(byte[] bytes, int start, int end) {
      this.bytes = bytes;
      this.at = start;
      this.end = end;
    }

    String document() {
      while (at < end) {
        token();
      }
      require(open.isEmpty() && value);
      return json.toString();
    }

    private void token() {
      char first = (char) (bytes[at] & 0xff);
      switch (first) {
        case '[', '(', '{' -> open(first);
        case ']', ')', '}' -> close(first);
        case ',', ':' -> between(first);
        case ' ' -> at++;
        default -> {
          require(!value);
          if (first == '\'') {
            text();
          } else {
            word();
          }
          ended();
          scalar = true;
        }
      }
    }

    private void open(char bracket) {
      require(!value);
      open.push(bracket == '{' ? KEY : bracket == '[' ? ']' : ')');
      opened = true;
      json.append(bracket == '(' ? '[' : bracket);
      at++;
    }

    private void close(char bracket) {
      require((value || opened) && !open.isEmpty());
      char expected = open.pop();
      require(
          bracket == '}' ? expected == VALUE || opened && expected == KEY : expected == bracket);
      json.append(bracket == ')' ? ']' : bracket);
      ended();
      scalar = false;
      at++;
    }

    private void between(char sign) {
      require(value && !open.isEmpty());
      char inside = open.peek();
      if (sign == ':') {
        require(inside == KEY && scalar);
      } else {
        require(inside != KEY);
      }
      if (inside == KEY || inside == VALUE) {
        open.pop();
        open.push(sign == ':' ? VALUE : KEY);
      }
      json.append(sign);
      value = false;
      at++;
    }

    private void ended() {
      value = true;
      opened = false;
    }

    private static void require(boolean holds) {
      if (!holds) {
        throw Malformed.content(TYPE);
      }
    }

    private void text() {
      int start = ++at;
      while (at < end && bytes[at] != '\'') {
        at += bytes[at] == '\\' ? 2 : 1;
      }
      require(at < end);
      byte[] meant = Escapes.undone(bytes, start, at - start);
      JsonText.quote(json, new String(meant, StandardCharsets.UTF_8));
      at++;
    }

    /** A number, NULL, or a word that JSON does not know. */
    private void word() {
      int start = at;
      while (at < end && ",:]})".indexOf(bytes[at]) < 0) {
        at++;
      }
      String word = new String(bytes, start, at - start, StandardCharsets.UTF_8);
      boolean key = at < end && bytes[at] == ':';
      if (word.equals("NULL") && !key) {
        json.append("null");
      } else if (!key && word.matches("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?")
          || !key && (word.equals("true") || word.equals("false"))) {
        json.append(word);
      } else {
        JsonText.quote(json, word);
      }
    }
  }
}
