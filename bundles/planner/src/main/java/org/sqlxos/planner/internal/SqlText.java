package org.sqlxos.planner.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.dialect.api.FoldedName;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.TypedValue;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.wirepack.api.Integrity;

/**
 * A statement being written: text and parameters grow together, so that placeholders and values are
 * in the same order.
 */
final class SqlText {

  private final Syntax syntax;
  private final StringBuilder text = new StringBuilder(256);
  private final List<@Nullable Object> parameters = new ArrayList<>();

  SqlText(Syntax syntax) {
    this.syntax = syntax;
  }

  Syntax syntax() {
    return syntax;
  }

  /** Words of SQL. Only constants of this package and expressions of the catalog come here. */
  SqlText add(String sql) {
    text.append(sql);
    return this;
  }

  /** A number that is part of the statement's shape. */
  SqlText number(long value) {
    text.append(value);
    return this;
  }

  SqlText identifier(String catalogName) {
    String name =
        switch (syntax.forms().names()) {
          case AS_STORED -> catalogName;
          case FOLDED_UPPER -> FoldedName.swap(catalogName);
        };
    char quote = syntax.identifierQuote();
    text.append(quote);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == quote) {
        text.append(quote);
      }
      text.append(c);
    }
    text.append(quote);
    return this;
  }

  /**
   * Before something that not every database can say.
   *
   * @param what the sentence without its end
   */
  void require(Lack lack, String what) {
    if (syntax.lacks(lack)) {
      throw PlanProblem.NOT_SERVED.problem("This database knows no " + what + ".");
    }
  }

  /** The end of a statement, if there is any. */
  SqlText end(String words) {
    return words.isEmpty() ? this : add(" ").add(words);
  }

  /** A relation of a schema without a name needs no prefix: it is the connection's own. */
  SqlText relation(RelationName name) {
    if (name.schema().isEmpty()) {
      return identifier(name.name());
    }
    return identifier(name.schema()).add(".").identifier(name.name());
  }

  SqlText column(String qualifier, String name) {
    if (syntax.lacks(Lack.QUALIFIED_COLUMNS)) {
      return identifier(name);
    }
    return identifier(qualifier).add(".").identifier(name);
  }

  SqlText parameter(@Nullable Object value) {
    if (value instanceof GeneratedKey key) {
      return generatedKey(key);
    }
    parameters.add(value);
    switch (syntax.placeholders()) {
      case QUESTION_MARK -> text.append('?');
      case DOLLAR_NUMBER -> text.append('$').append(parameters.size());
    }
    return this;
  }

  /** A value of a column, or one that it is compared with. */
  SqlText parameter(@Nullable Object value, Optional<Column> column) {
    List<TypedValue> typed = syntax.wording().values();
    if (typed.isEmpty() || value == null || column.isEmpty()) {
      return parameter(value);
    }
    requireRoom(value, column.get());
    for (TypedValue each : typed) {
      Matcher type = each.type().matcher(column.get().nativeType());
      if (type.matches()) {
        return template(
            each.wording(),
            () -> parameter(document(value, column.get())),
            () -> text.append(type.group(1)));
      }
    }
    return parameter(value);
  }

  /** A document that VERIFY has seen is text: here it is to be told from one. */
  private static Object document(Object value, Column column) {
    return value instanceof String json && column.type() == UniversalType.Simple.JSON
        ? new JsonValue(json)
        : value;
  }

  /** What says its type itself is not refused by the database, but loses its upper digits. */
  private static void requireRoom(Object value, Column column) {
    if (value instanceof Long number && column.type() instanceof IntegerType type) {
      int spare = Long.SIZE - type.bits();
      if (number << spare >> spare != number) {
        throw Integrity.VALUE.problem(
            "\"%s\" takes whole numbers of %d bits".formatted(column.name(), type.bits()));
      }
    }
  }

  private SqlText generatedKey(GeneratedKey key) {
    String template = syntax.readBack().orElseThrow().generatedKey();
    Runnable row = () -> text.append(key.row());
    return template(template, row, row);
  }

  /**
   * A text of this process as a literal: names as they stand in an answer. What callers compare
   * with is a parameter.
   */
  SqlText literal(String content, Backslashes backslashes) {
    if (content.indexOf('\0') >= 0) {
      throw PlanProblem.NOT_SERVED.problem("A name has no character 0.");
    }
    if (content.indexOf('\\') < 0 || backslashes == Backslashes.PLAIN) {
      return add("'").add(content.replace("'", "''")).add("'");
    }
    return switch (backslashes) {
      case PLAIN -> throw new IllegalStateException("written above");
      case ESCAPED -> add("E'").add(content.replace("\\", "\\\\").replace("'", "''")).add("'");
      case HEXADECIMAL ->
          add("CONVERT(x'")
              .add(HexFormat.of().formatHex(content.getBytes(StandardCharsets.UTF_8)))
              .add("' USING utf8mb4)");
    };
  }

  /**
   * A template of the dialect; {@code $1}, {@code $2} and so on are written by the given actions
   * wherever they stand.
   */
  SqlText template(String template, Runnable... parts) {
    int from = 0;
    for (int at = template.indexOf('$'); at >= 0; at = template.indexOf('$', from)) {
      text.append(template, from, at);
      int which = at + 1 < template.length() ? template.charAt(at + 1) - '1' : -1;
      if (which < 0 || which >= parts.length) {
        throw new IllegalStateException("template \"" + template + "\" is not one");
      }
      parts[which].run();
      from = at + 2;
    }
    text.append(template, from, template.length());
    return this;
  }

  /** Writes items with a comma between them. */
  <T> SqlText list(List<T> items, java.util.function.Consumer<T> writer) {
    String separator = "";
    for (T item : items) {
      text.append(separator);
      writer.accept(item);
      separator = ", ";
    }
    return this;
  }

  TargetStatement target(List<ResultColumn> columns, boolean writes) {
    return new TargetStatement(text.toString(), parameters, columns, writes);
  }
}
