package org.sqlxos.rest.internal.request;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Selected.Calculation;

/**
 * Reads the parameter {@code select}. Counts what is embedded: one reader a request.
 *
 * <pre>{@code
 * select = part *("," part)
 * part   = "*"
 *        | [name ":"] column
 *        | [name ":"] [column "."] ("count" | "sum" | "avg" | "min" | "max") "()"
 *        | [name ":"] related ["!" via] ["!inner"] "(" select ")"
 * }</pre>
 */
final class SelectReader {

  private static final String ENDS = ",:!()";
  private static final List<String> CALCULATIONS =
      Arrays.stream(Calculation.values())
          .map(value -> value.name().toLowerCase(Locale.ROOT))
          .toList();

  private final CatalogSnapshot catalog;
  private final RequestLimits limits;
  private int embeds;

  SelectReader(CatalogSnapshot catalog, RequestLimits limits) {
    this.catalog = catalog;
    this.limits = limits;
  }

  /** Everything between the parameter's begin and end. */
  void read(String text, Level level) {
    Scanner in = new Scanner("select", text);
    parts(in, level, 0);
    in.requireEnd();
  }

  private void parts(Scanner in, Level level, int depth) {
    do {
      part(in, level, depth);
    } while (in.skip(","));
  }

  private void part(Scanner in, Level level, int depth) {
    if (in.skip("*")) {
      level.addAll();
      return;
    }
    Word word = Word.read(in);
    Optional<String> name = Optional.empty();
    if (in.skip(":")) {
      name = Optional.of(answered(in, word.text()));
      word = Word.read(in);
    }
    if (in.skip("()")) {
      level.add(aggregate(in, level.relation(), word, name));
    } else if (in.atAny("(!")) {
      embed(in, level, word.text(), name, depth);
    } else {
      String column = FilterReader.columnOf(level.relation(), word.whole()).name();
      level.add(new Selected.Field(name.orElse(column), column));
    }
  }

  /** A name of the caller's own becomes a part of the statement's text, if a quoted one. */
  private static String answered(Scanner in, String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw in.expected("a name before the colon");
    }
    return name;
  }

  private static Selected aggregate(
      Scanner in, Relation relation, Word word, Optional<String> name) {
    String function = word.last();
    if (!CALCULATIONS.contains(function)) {
      throw in.expected("one of %s before ()".formatted(String.join(", ", CALCULATIONS)));
    }
    Optional<String> column =
        word.first().map(first -> FilterReader.columnOf(relation, first).name());
    Calculation calculation = Calculation.valueOf(function.toUpperCase(Locale.ROOT));
    if (column.isEmpty() && calculation != Calculation.COUNT) {
      throw in.expected("a column and a point before %s()".formatted(function));
    }
    return new Selected.Aggregate(name.orElse(function), calculation, column);
  }

  private void embed(Scanner in, Level level, String related, Optional<String> name, int depth) {
    embeds++;
    if (depth >= limits.embedDepthMax() || embeds > limits.embedsMax()) {
      throw RestProblem.TOO_MUCH_RELATED.problem(
          "at most %d related relations, %d inside each other, are allowed"
              .formatted(limits.embedsMax(), limits.embedDepthMax()));
    }
    String via = "";
    boolean required = false;
    while (in.skip("!")) {
      String word = in.token(ENDS);
      if (word.equals("inner")) {
        required = true;
      } else {
        via = word;
      }
    }
    RelatedName way = RelatedName.find(catalog, level.relation(), related, via);
    Level inside =
        new Level(
            catalog
                .relation(way.destination())
                .orElseThrow(
                    () ->
                        RestProblem.RELATED_UNKNOWN.problem(
                            "there is no related " + Names.quote(related))));
    in.require("(");
    parts(in, inside, depth + 1);
    in.require(")");
    level.add(name.orElse(related), new Level.Inside(way, inside, required));
  }

  /**
   * A name, in quotes or not, and what stands behind it.
   *
   * @param text the name
   * @param behind a point and a word behind a name in quotes
   * @param quoted whether points in it are part of the name
   */
  private record Word(String text, String behind, boolean quoted) {

    static Word read(Scanner in) {
      boolean quoted = in.atAny("\"");
      String text = in.token(ENDS);
      String behind = quoted && in.skip(".") ? in.word() : "";
      return new Word(text, behind, quoted);
    }

    /** As a name of a column. */
    String whole() {
      return behind.isEmpty() ? text : text + "." + behind;
    }

    /** The word behind the last point. */
    String last() {
      return quoted ? behind : text.substring(text.lastIndexOf('.') + 1);
    }

    /** What stands before it. */
    Optional<String> first() {
      if (quoted) {
        return Optional.of(text);
      }
      int point = text.lastIndexOf('.');
      return point < 0 ? Optional.empty() : Optional.of(text.substring(0, point));
    }
  }
}
