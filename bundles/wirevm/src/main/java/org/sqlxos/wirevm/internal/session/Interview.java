package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.Question;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Asks a database without SQL about its schema, as its pack says. */
final class Interview {

  /** Sends a command. */
  @FunctionalInterface
  interface Asking {
    CommandCursor ask(TargetStatement statement);
  }

  private static final String MAGNITUDE = ":magnitude";

  private final Asking asking;
  private final CompiledProtocol protocol;
  private final Slots variables;

  Interview(Asking asking, CompiledProtocol protocol, Slots variables) {
    this.asking = asking;
    this.protocol = protocol;
    this.variables = variables;
  }

  Cursor answer(Question question) {
    List<List<Optional<String>>> rows = new ArrayList<>();
    question.sources().forEach(source -> source(source, rows));
    if (!question.digest()) {
      return new GivenRows(rows);
    }
    return new GivenRows(List.of(List.of(Optional.of(rows.toString()))));
  }

  private void source(Question.Source source, List<List<Optional<String>>> into) {
    if (source.command().isEmpty()) {
      source.rows().forEach(row -> into.add(cells(row, List.of(), List.of())));
      return;
    }
    if (source.each().isEmpty()) {
      into.addAll(asked(source.command().get(), List.of(), source.rows(), source.where()));
      return;
    }
    Question.Each each = source.each().get();
    List<List<Optional<String>>> several =
        asked(
            source.command().get(),
            List.of(),
            List.of(each.by().stream().map(name -> Optional.of("$" + name)).toList()),
            source.where());
    for (List<Optional<String>> one : several) {
      List<@Nullable Object> parameters = new ArrayList<>();
      one.forEach(cell -> parameters.add(cell.orElse(null)));
      if (each.infer().isPresent()) {
        into.addAll(inferred(each, parameters));
      } else {
        into.addAll(asked(each.command(), parameters, source.rows(), Optional.empty()));
      }
    }
  }

  /** The columns of what is sampled; the last parameter is its name. */
  private List<List<Optional<String>>> inferred(
      Question.Each each, List<@Nullable Object> parameters) {
    SampledColumns sampled = new SampledColumns(each.infer().orElseThrow().required());
    TargetStatement statement = new TargetStatement(each.command(), parameters, List.of(), false);
    try (CommandCursor cursor = asking.ask(statement)) {
      while (cursor.next()) {
        cursor.members(0, sampled::add);
      }
    }
    return sampled.rows(String.valueOf(parameters.getFirst()));
  }

  private List<List<Optional<String>>> asked(
      String command,
      List<@Nullable Object> parameters,
      List<List<Optional<String>>> rows,
      Optional<Question.Where> where) {
    List<String> names =
        Stream.concat(
                rows.stream().flatMap(List::stream).flatMap(Optional::stream),
                where.stream().map(condition -> "$" + condition.column()))
            .filter(cell -> cell.matches("\\$[^.\\d][^.]*"))
            .map(cell -> column(cell))
            .distinct()
            .toList();
    List<ResultColumn> columns =
        names.stream().map(name -> new ResultColumn(name, UniversalType.ANY)).toList();
    List<List<Optional<String>>> answer = new ArrayList<>();
    try (CommandCursor cursor =
        asking.ask(new TargetStatement(command, parameters, columns, false))) {
      while (cursor.next()) {
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
          values.add(text(cursor, i));
        }
        if (where.isPresent()
            && !where
                .get()
                .in()
                .contains(values.get(names.indexOf(where.get().column())).orElse(""))) {
          continue;
        }
        rows.forEach(row -> answer.add(cells(numbered(row, parameters), names, values)));
      }
    }
    return answer;
  }

  /** {@code $1} is what the first command gave. */
  private static List<Optional<String>> numbered(
      List<Optional<String>> row, List<@Nullable Object> parameters) {
    return row.stream()
        .map(
            cell ->
                cell.filter(text -> text.matches("\\$\\d+")).isEmpty()
                    ? cell
                    : Optional.ofNullable(
                            parameters.get(Integer.parseInt(cell.get().substring(1)) - 1))
                        .map(Object::toString))
        .toList();
  }

  private List<Optional<String>> cells(
      List<Optional<String>> row, List<String> names, List<Optional<String>> values) {
    return row.stream()
        .map(
            cell -> {
              if (cell.isEmpty() || !cell.get().startsWith("$")) {
                return cell;
              }
              int at = names.indexOf(column(cell.get()));
              if (at < 0) {
                return variable(cell.get().substring(1));
              }
              return cell.get().endsWith(MAGNITUDE)
                  ? values.get(at).map(Interview::magnitude)
                  : values.get(at);
            })
        .toList();
  }

  private static String column(String cell) {
    int colon = cell.indexOf(':');
    return cell.substring(1, colon < 0 ? cell.length() : colon);
  }

  /** How many binary digits a number has: it differs when something has grown by much. */
  private static String magnitude(String number) {
    try {
      return Integer.toString(new java.math.BigDecimal(number).toBigInteger().bitLength());
    } catch (NumberFormatException e) {
      throw WireProblem.MALFORMED.problem("A count of the schema is no number");
    }
  }

  private Optional<String> variable(String name) {
    int place = protocol.protocol().variables().find(name);
    return place < 0 ? Optional.empty() : Optional.of(variables.text(place));
  }

  private static Optional<String> text(CommandCursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(cursor.getBoolean(column) ? "1" : "0");
      case INTEGER -> Optional.of(Long.toString(cursor.getLong(column)));
      case FLOAT -> Optional.of(Double.toString(cursor.getDouble(column)));
      case DECIMAL, TEXT, JSON -> Optional.of(cursor.getText(column));
      case BYTES -> Optional.empty();
    };
  }

  /** Rows that are there. */
  private static final class GivenRows implements Cursor {

    private final List<List<Optional<String>>> rows;
    private int at = -1;

    GivenRows(List<List<Optional<String>>> rows) {
      this.rows = rows;
    }

    @Override
    public boolean next() {
      at++;
      return at < rows.size();
    }

    @Override
    public ValueKind kind(int column) {
      return rows.get(at).get(column).isEmpty() ? ValueKind.NULL : ValueKind.TEXT;
    }

    private static IllegalStateException onlyText() {
      return new IllegalStateException("the value is of kind " + ValueKind.TEXT);
    }

    @Override
    public boolean getBoolean(int column) {
      throw onlyText();
    }

    @Override
    public long getLong(int column) {
      throw onlyText();
    }

    @Override
    public double getDouble(int column) {
      throw onlyText();
    }

    @Override
    public String getText(int column) {
      return rows.get(at).get(column).orElseThrow(Interview.GivenRows::onlyText);
    }

    @Override
    public byte[] getBytes(int column) {
      throw onlyText();
    }

    @Override
    public void close() {
      at = rows.size();
    }
  }
}
