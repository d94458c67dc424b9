package org.sqlxos.planner.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.TextIndex;
import org.sqlxos.dialect.api.SearchSyntax;
import org.sqlxos.dialect.api.SearchSyntax.Question;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Search;

/**
 * Writes what a search asks: of what is made for being searched, else of each text, by the
 * database's full text if it can, or by pattern.
 */
final class SearchText {

  /** More words than a person types. */
  private static final int MOST_WORDS = 16;

  private final SqlText sql;
  private final Source source;
  private final Search search;
  private final Optional<SearchSyntax> syntax;
  private final List<TextIndex> indexes;

  SearchText(SqlText sql, Source source, Search search) {
    this.sql = sql;
    this.source = source;
    this.search = search;
    this.syntax = sql.syntax().search();
    this.indexes =
        syntax.flatMap(SearchSyntax::indexed).isPresent() ? indexes(source, search) : List.of();
  }

  /**
   * Those that look nowhere else than the search does, which may leave out columns that the caller
   * does not see; nothing where a column is in none of them.
   */
  private static List<TextIndex> indexes(Source source, Search search) {
    List<TextIndex> indexes = new ArrayList<>();
    Set<String> covered = new HashSet<>();
    for (TextIndex index : source.relation().textIndexes()) {
      if (search.columns().containsAll(index.columns()) && covered.addAll(index.columns())) {
        indexes.add(index);
      }
    }
    return covered.containsAll(search.columns()) ? indexes : List.of();
  }

  private Optional<Question> question() {
    return syntax.flatMap(known -> indexes.isEmpty() ? known.computed() : known.indexed());
  }

  void condition() {
    Optional<Question> question = question();
    if (question.isEmpty()) {
      new FilterText(sql, source).condition(patterns(search));
    } else if (indexes.size() > 1) {
      sql.add("(");
      each(question.get().condition(), "", " OR ");
      sql.add(")");
    } else {
      each(question.get().condition(), "", "");
    }
  }

  /** Whether rows can be sorted by how well they fit, and may be. */
  boolean ranks() {
    return question().filter(asked -> asked.ofTheRow() || !search.discreet()).isPresent();
  }

  void rank() {
    String rank = question().orElseThrow().rank();
    // A row that one index has found may be in no other.
    each(rank, indexes.size() > 1 ? "COALESCE" : "", " + ");
  }

  private void each(String template, String around, String separator) {
    if (indexes.isEmpty()) {
      sql.template(template, this::texts, this::words);
      return;
    }
    for (int i = 0; i < indexes.size(); i++) {
      sql.add(i == 0 ? "" : separator);
      if (around.isEmpty()) {
        ask(template, indexes.get(i));
      } else {
        sql.add(around).add("(");
        ask(template, indexes.get(i));
        sql.add(", 0)");
      }
    }
  }

  private void ask(String template, TextIndex index) {
    sql.template(
        template,
        () -> sql.list(index.columns(), column -> sql.column(source.qualifier(), column)),
        this::words,
        () -> sql.identifier(index.name()),
        () -> sql.column(source.qualifier(), index.rowKey().orElseThrow()));
  }

  private void texts() {
    String separator = "";
    for (String column : search.columns()) {
      sql.add(separator).add("COALESCE(CAST(").column(source.qualifier(), column);
      sql.add(" AS text), '')");
      separator = " || ' ' || ";
    }
  }

  private void words() {
    sql.parameter(
        switch (syntax.orElseThrow().words()) {
          case AS_TYPED -> search.words();
          case PLAIN -> search.words().replaceAll("[\"\\p{Cntrl}]", " ");
          case QUOTED -> quoted();
        });
  }

  private String quoted() {
    List<String> quoted = new ArrayList<>();
    for (String word : split(search.words().replaceAll("\\p{Cntrl}", " "))) {
      quoted.add('"' + word.replace("\"", "\"\"") + '"');
    }
    return String.join(" ", quoted);
  }

  /** Each word in one of the columns. */
  static Filter patterns(Search search) {
    List<Filter> words = new ArrayList<>();
    for (String word : split(search.words())) {
      List<Filter> columns = new ArrayList<>();
      for (String column : search.columns()) {
        // A star stands for anything in a pattern: nobody can look for one.
        columns.add(new Filter.Like(column, "*" + word.replace("*", "") + "*", true));
      }
      words.add(columns.size() == 1 ? columns.getFirst() : new Filter.Or(columns));
    }
    return words.size() == 1 ? words.getFirst() : new Filter.And(words);
  }

  private static List<String> split(String words) {
    List<String> split = List.of(words.strip().split("\\s+"));
    if (split.size() > MOST_WORDS) {
      throw PlanProblem.NOT_SERVED.problem(
          "A search has %d words at most.".formatted(MOST_WORDS), "Look for fewer.");
    }
    return split;
  }
}
