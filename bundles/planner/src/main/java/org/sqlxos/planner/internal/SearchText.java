package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.dialect.api.SearchSyntax;
import org.sqlxos.dialect.api.SearchSyntax.Question;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Search;

/** Writes what a search asks: of the database's full text, else of each text by pattern. */
final class SearchText {

  /** More words than a person types. */
  private static final int MOST_WORDS = 16;

  private final SqlText sql;
  private final Source source;
  private final Search search;
  private final Optional<SearchSyntax> syntax;
  private final Optional<Column> stored;

  SearchText(SqlText sql, Source source, Search search) {
    this.sql = sql;
    this.source = source;
    this.search = search;
    this.syntax = sql.syntax().search();
    this.stored = syntax.flatMap(this::stored);
  }

  private Optional<Column> stored(SearchSyntax known) {
    return search.columns().stream()
        .map(name -> StatementCompiler.column(source.relation(), name))
        .filter(column -> known.document().matcher(column.nativeType()).matches())
        .findFirst();
  }

  void condition() {
    if (syntax.isPresent()) {
      ask(question(syntax.get()).condition());
    } else {
      new FilterText(sql, source).condition(patterns(search));
    }
  }

  /** Whether rows can be sorted by how well they fit. */
  boolean ranks() {
    return syntax.isPresent();
  }

  void rank() {
    ask(question(syntax.orElseThrow()).rank());
  }

  private Question question(SearchSyntax known) {
    return stored.isPresent() ? known.stored() : known.computed();
  }

  private void ask(String template) {
    sql.template(template, this::document, () -> sql.parameter(search.words()));
  }

  private void document() {
    if (stored.isPresent()) {
      sql.column(source.qualifier(), stored.get().name());
      return;
    }
    String separator = "";
    for (String column : search.columns()) {
      sql.add(separator).add("COALESCE(CAST(").column(source.qualifier(), column);
      sql.add(" AS text), '')");
      separator = " || ' ' || ";
    }
  }

  /** Each word in one of the columns. */
  static Filter patterns(Search search) {
    List<Filter> words = new ArrayList<>();
    for (String word : search.words().strip().split("\\s+")) {
      List<Filter> columns = new ArrayList<>();
      for (String column : search.columns()) {
        // A star stands for anything in a pattern: nobody can look for one.
        columns.add(new Filter.Like(column, "*" + word.replace("*", "") + "*", true));
      }
      words.add(columns.size() == 1 ? columns.getFirst() : new Filter.Or(columns));
      if (words.size() > MOST_WORDS) {
        throw PlanProblem.NOT_SERVED.problem(
            "A search has %d words at most.".formatted(MOST_WORDS), "Look for fewer.");
      }
    }
    return words.size() == 1 ? words.getFirst() : new Filter.And(words);
  }
}
