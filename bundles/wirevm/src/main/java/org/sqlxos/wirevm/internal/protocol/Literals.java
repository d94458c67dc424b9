package org.sqlxos.wirevm.internal.protocol;

import java.util.EnumMap;
import java.util.Map;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * How values are written into the text of statements, for servers that take none beside it.
 *
 * @param forms by a value's family what is written: {@code {plain}} is its usual notation, {@code
 *     {text}} the same with what would end a literal escaped, {@code {hex}} its bytes, {@code
 *     {list}} a JSON document in the notation of lists
 * @param quote what stands around the texts in a list
 * @param escapes what is written in place of a character
 * @param words what is written in place of a whole value
 */
public record Literals(
    Map<Family, String> forms,
    String quote,
    Map<Integer, String> escapes,
    Map<String, String> words) {

  /** What stands for the value in a form. */
  public static final String PLAIN = "{plain}";

  public static final String TEXT = "{text}";
  public static final String HEX = "{hex}";
  public static final String LIST = "{list}";

  /** Where there is no value. */
  public static final String NONE = "NULL";

  public Literals {
    forms = Map.copyOf(new EnumMap<>(forms));
    escapes = Map.copyOf(escapes);
    words = Map.copyOf(words);
  }

  /** A text in which no character ends the literal that it stands in. */
  public String escaped(String text) {
    StringBuilder written = new StringBuilder(text.length() + 8);
    text.chars()
        .forEach(
            c -> {
              String escape = escapes.get(c);
              if (escape == null) {
                written.append((char) c);
              } else {
                written.append(escape);
              }
            });
    return written.toString();
  }
}
