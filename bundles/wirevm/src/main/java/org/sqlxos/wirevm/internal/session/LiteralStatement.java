package org.sqlxos.wirevm.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.Literals;
import org.sqlxos.wirevm.internal.value.Family;
import org.sqlxos.wirevm.internal.value.PlainText;
import org.sqlxos.wirevm.internal.value.ValueFamily;

/**
 * A statement with its values written into it. A place of a value is a question mark that stands in
 * no text, no name in quotes and no comment.
 *
 * <p>No value ends the literal that it stands in: what could is escaped, bytes are hexadecimal, and
 * of other families only what their notation may have is let through.
 */
final class LiteralStatement {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Literals literals;
  private final String text;
  private final List<? extends @Nullable Object> values;
  private final StringBuilder written;
  private int used;

  private LiteralStatement(
      Literals literals, String text, List<? extends @Nullable Object> values) {
    this.literals = literals;
    this.text = text;
    this.values = values;
    this.written = new StringBuilder(text.length() + 32 * values.size());
  }

  /** The whole statement. */
  static String of(Literals literals, String text, List<? extends @Nullable Object> values) {
    // Without values a question mark is the language's own.
    return values.isEmpty() ? text : new LiteralStatement(literals, text, values).write();
  }

  private String write() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end =
          switch (c) {
            case '\'', '"', '`' -> quoted(at, c);
            case '-' -> text.startsWith("--", at) ? after("\n", at) : at + 1;
            case '/' -> text.startsWith("/*", at) ? after("*/", at) : at + 1;
            default -> at + 1;
          };
      if (c == '?') {
        value();
      } else {
        written.append(text, at, end);
      }
      at = end;
    }
    if (used != values.size()) {
      throw count(used);
    }
    return written.toString();
  }

  /** Where a text or name that begins at a place has ended: a doubled quote goes on at once. */
  private int quoted(int from, char quote) {
    for (int at = from + 1; at < text.length(); at++) {
      if (text.charAt(at) == '\\') {
        at++;
      } else if (text.charAt(at) == quote) {
        return at + 1;
      }
    }
    return text.length();
  }

  private int after(String end, int from) {
    int at = text.indexOf(end, from + 2);
    return at < 0 ? text.length() : at + end.length();
  }

  private RuntimeException count(int places) {
    return WireProblem.STATEMENT_REFUSED.problem(
        "The statement has %d parameters, %d values were given".formatted(places, values.size()));
  }

  private void value() {
    if (used == values.size()) {
      throw count(used + 1);
    }
    Object value = values.get(used++);
    if (value == null) {
      written.append(Literals.NONE);
      return;
    }
    Family family = ValueFamily.of(value);
    String form = literals.forms().getOrDefault(family, literals.forms().get(Family.TEXT));
    if (form == null) {
      throw new IllegalStateException("the parser wants a form for texts");
    }
    written.append(inForm(form, value));
  }

  private String inForm(String form, Object value) {
    if (form.contains(Literals.HEX)) {
      return form.replace(Literals.HEX, HexFormat.of().formatHex(bytes(value)));
    }
    String plain = PlainText.of(value);
    if (form.contains(Literals.LIST)) {
      return form.replace(Literals.LIST, list(plain));
    }
    String word = literals.words().getOrDefault(plain, plain);
    boolean number = value instanceof Number || value instanceof Boolean;
    return form.contains(Literals.TEXT)
        ? form.replace(Literals.TEXT, literals.escaped(number ? word : plain))
        : form.replace(Literals.PLAIN, number ? word : literals.escaped(plain));
  }

  private static byte[] bytes(Object value) {
    return value instanceof byte[] bytes
        ? bytes
        : PlainText.of(value).getBytes(StandardCharsets.UTF_8);
  }

  private String list(String json) {
    try {
      StringBuilder list = new StringBuilder();
      append(list, MAPPER.readTree(json));
      return list.toString();
    } catch (JsonProcessingException e) {
      throw WireProblem.STATEMENT_REFUSED.problem("A value is to be a JSON document and is none");
    }
  }

  private void append(StringBuilder list, JsonNode node) {
    if (node.isArray()) {
      String separator = "[";
      for (JsonNode element : node) {
        list.append(separator);
        append(list, element);
        separator = ",";
      }
      list.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isNull() || node.isMissingNode()) {
      list.append(Literals.NONE);
    } else if (node.isNumber()) {
      list.append(node.asText());
    } else {
      String text = node.isTextual() ? node.textValue() : node.toString();
      String quote = literals.quote();
      list.append(quote).append(literals.escaped(text)).append(quote);
    }
  }
}
