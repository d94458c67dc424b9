package org.sqlxos.assembly.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;

/** Names and texts, ordinary ones and odd ones. */
final class Words {

  private static final String[] NAMES = {
    "id",
    "name",
    "order",
    "select",
    "from",
    "where",
    "group",
    "Größe",
    "名前",
    "a b",
    "x.y",
    "a/b",
    "it's",
    "say \"hi\"",
    "100%",
    "%2F",
    "page",
    "limit",
    "sort",
    "total",
    "and",
    "or",
    "not",
    "null",
    "[x]",
    "`x`",
    "a,b",
    "(x)",
    "-- x",
    ";",
    "?",
    "#",
    "&=",
    "🦉",
    "é",
    "_",
    "$",
    "1",
    "-1",
    "true",
    "data",
    "rowid",
    "main",
    "\\",
    "ﬃ",
    "İ",
    "x y z",
    "a+b",
    "eq.1",
    "{x}",
    "~",
    "@",
    "'",
    "users",
  };

  private static final String[] PIECES = {
    "a", "B", "z", "0", "7", " ", "'", "\"", "\\", "/", "%", "_", "*", ";", "--", "\n", "\t", "\r",
    "é", "e\u0301", "ß", "名", "🦉", "\u200d", "\u202e", "\ufeff", "\u0001", "\u007f", "\uffff",
    "null", "1e5", "0x1", ",", "(", ")", "<b>", "&amp;", "{}", "[]", "\u2028",
  };

  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private Words() {}

  static String name(Random random) {
    String name = NAMES[random.nextInt(NAMES.length)];
    return random.nextInt(4) == 0 ? name + NAMES[random.nextInt(NAMES.length)] : name;
  }

  /** A text of at most so many characters, sometimes empty. */
  static String text(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(Math.min(most, 30) + 1); i > 0; i--) {
      String piece = PIECES[random.nextInt(PIECES.length)];
      if (length(text) + length(piece) <= most) {
        text.append(piece);
      }
    }
    return text.toString();
  }

  private static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  static String date(Random random) {
    return LocalDate.of(1, 1, 1).plusDays(random.nextInt(3_652_058)).toString();
  }

  /** With seconds always and digits after them only where they are not zero. */
  static String time(Random random) {
    LocalTime time = LocalTime.ofSecondOfDay(random.nextInt(86_400));
    String seconds = time + (time.getSecond() == 0 ? ":00" : "");
    return random.nextBoolean() ? seconds : seconds + "." + (1 + random.nextInt(9));
  }

  static JsonNode document(Random random, int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? JSON.numberNode(random.nextLong()) : JSON.nullNode();
    }
    if (random.nextBoolean()) {
      var list = JSON.arrayNode();
      for (int i = random.nextInt(3); i > 0; i--) {
        list.add(document(random, depth - 1));
      }
      return list;
    }
    var object = JSON.objectNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      object.set(text(random, 8), document(random, depth - 1));
    }
    return object.put("t", text(random, 20));
  }
}
