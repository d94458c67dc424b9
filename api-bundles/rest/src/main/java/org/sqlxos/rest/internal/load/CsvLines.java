package org.sqlxos.rest.internal.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.request.TextValue;

/** RFC 4180 with a header. An empty field is NULL, {@code ""} the empty text. */
final class CsvLines implements Lines {

  private final TextInput in;
  private final Relation relation;
  private final List<String> header;

  CsvLines(TextInput in, Relation relation) {
    this.in = in;
    this.relation = relation;
    List<@Nullable String> names = in.ended() ? List.of() : fields();
    this.header = new ArrayList<>(names.size());
    for (String name : names) {
      if (name == null || !header.add(name)) {
        throw wrong(1, "the first line names the columns, found an empty name");
      }
    }
    if (header.isEmpty() || new HashSet<>(header).size() < header.size()) {
      throw wrong(1, "the first line names each column once");
    }
  }

  @Override
  public Optional<Line> next() {
    while (in.peek() == '\n' || in.peek() == '\r') {
      int unused = in.read();
    }
    if (in.ended()) {
      return Optional.empty();
    }
    long number = in.line();
    List<@Nullable String> fields = fields();
    if (fields.size() != header.size()) {
      throw wrong(number, "%d fields expected, found %d".formatted(header.size(), fields.size()));
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      String name = header.get(i);
      members.put(
          name,
          field == null
              ? null
              : relation
                  .column(name)
                  .<Object>map(column -> TextValue.of(column.type(), field))
                  .orElse(field));
    }
    return Optional.of(new Line(number, members));
  }

  private List<@Nullable String> fields() {
    in.beginRow();
    long number = in.line();
    List<@Nullable String> fields = new ArrayList<>();
    while (true) {
      fields.add(in.peek() == '"' ? quoted(number) : plain(number));
      int after = in.read();
      if (after == '\n' || after < 0) {
        return fields;
      }
      if (after != ',') {
        throw wrong(number, "a comma or the end of the line expected after a quote");
      }
    }
  }

  private @Nullable String plain(long number) {
    StringBuilder field = new StringBuilder();
    for (int next = in.peek(); next >= 0 && next != ',' && next != '\n' && next != '\r'; ) {
      if (next == '"') {
        throw wrong(number, "a quote within a field: put quotes around the field, and double it");
      }
      field.append((char) in.read());
      next = in.peek();
    }
    return field.isEmpty() ? null : field.toString();
  }

  private String quoted(long number) {
    StringBuilder field = new StringBuilder();
    int quote = in.read();
    while (true) {
      int next = in.readExactly();
      if (next < 0) {
        throw wrong(number, "a quote is not closed");
      }
      if (next == quote) {
        if (in.peek() != quote) {
          return field.toString();
        }
        next = in.read();
      }
      field.append((char) next);
    }
  }

  private static ProblemException wrong(long line, String what) {
    return RestProblem.MALFORMED_BODY.problem(
        "line %d: %s; nothing was written".formatted(line, what));
  }
}
