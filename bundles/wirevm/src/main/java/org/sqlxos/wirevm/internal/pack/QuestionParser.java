package org.sqlxos.wirevm.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirevm.internal.document.JsonSection;

/** Reads how questions about the schema are answered without SQL. */
final class QuestionParser {

  private QuestionParser() {}

  static Map<IntrospectionQuery, Question> read(JsonSection section) {
    Map<IntrospectionQuery, Question> questions = new EnumMap<>(IntrospectionQuery.class);
    for (IntrospectionQuery query : IntrospectionQuery.values()) {
      String key = IntrospectionKeys.of(query);
      if (section.has(key)) {
        section
            .section(key)
            .ifPresent(found -> questions.put(query, question(found, width(query, found))));
      } else if (IntrospectionKeys.INDISPENSABLE.contains(query)) {
        section.fault(key, "missing; how it is answered expected");
      }
    }
    section.end();
    return questions;
  }

  private static int width(IntrospectionQuery query, JsonSection found) {
    return found.flag("digest") ? -1 : query.columns().size();
  }

  private static Question question(JsonSection section, int width) {
    Question question =
        new Question(
            section.sections("sources").stream().map(source -> source(source, width)).toList(),
            section.flag("digest"));
    section.end();
    return question;
  }

  private static Question.Source source(JsonSection section, int width) {
    Optional<String> command = section.optionalLines("command");
    Optional<Question.Each> each =
        section.has("each") ? section.section("each").map(QuestionParser::each) : Optional.empty();
    List<List<Optional<String>>> rows = new ArrayList<>();
    boolean inferred = each.flatMap(Question.Each::infer).isPresent();
    JsonNode given = section.node("rows").orElse(null);
    if (given != null && given.isArray()) {
      given.forEach(row -> rows.add(cells(row)));
    }
    if (!inferred
        && (rows.isEmpty() || rows.stream().anyMatch(row -> width >= 0 && row.size() != width))) {
      section.fault("rows", "rows expected, each with %d cells".formatted(Math.max(1, width)));
    }
    if (each.isPresent() && command.isEmpty()) {
      section.fault("command", "missing; what gives those of which each is asked expected");
    }
    Optional<Question.Where> where =
        section.has("where")
            ? section.section("where").map(QuestionParser::where)
            : Optional.empty();
    section.end();
    return new Question.Source(command, each, where, rows);
  }

  private static List<Optional<String>> cells(JsonNode row) {
    List<Optional<String>> cells = new ArrayList<>();
    row.forEach(cell -> cells.add(cell.isNull() ? Optional.empty() : Optional.of(cell.asText())));
    return cells;
  }

  private static Question.Where where(JsonSection section) {
    Question.Where where = new Question.Where(section.text("column"), section.texts("in"));
    section.end();
    return where;
  }

  private static Question.Each each(JsonSection section) {
    Question.Each each =
        new Question.Each(
            section.texts("by"),
            section.optionalLines("command").orElse(""),
            section.has("infer")
                ? section.section("infer").map(QuestionParser::infer)
                : Optional.empty());
    if (each.command().isBlank()) {
      section.fault("command", "missing; a command expected");
    }
    section.end();
    return each;
  }

  private static Question.Infer infer(JsonSection section) {
    Question.Infer infer = new Question.Infer(section.texts("required"));
    section.end();
    return infer;
  }
}
