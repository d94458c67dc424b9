package org.sqlxos.contracts.internal.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.type.api.UniversalType.TextType;

/**
 * Which columns hold texts of which format. The database knows nothing of it.
 *
 * @param guess whether a column's name is enough
 * @param told by {@code table.column} or {@code schema.table.column}; empty for none, whatever the
 *     name promises
 */
public record Formats(boolean guess, Map<String, Optional<Format>> told) {

  /** No column has any. */
  public static final Formats NONE = new Formats(false, Map.of());

  public Formats {
    told = Map.copyOf(told);
  }

  /**
   * From the configuration.
   *
   * @param columns {@code table.column=email} and the like
   * @throws org.sqlxos.problem.api.ProblemException if one cannot be read
   */
  public static Formats read(boolean guess, String[] columns) {
    Map<String, Optional<Format>> told = new HashMap<>();
    for (String entry : columns) {
      int equals = entry.lastIndexOf('=');
      String column = equals < 0 ? "" : entry.substring(0, equals).strip();
      String format = entry.substring(equals + 1).strip().toUpperCase(Locale.ROOT);
      Optional<Format> known =
          Arrays.stream(Format.values()).filter(each -> each.name().equals(format)).findFirst();
      if (column.indexOf('.') < 1 || known.isEmpty() && !format.equals("NONE")) {
        throw ContractProblem.FORMAT_UNKNOWN.problem(
            "contracts.formats.columns has \"%s\"".formatted(entry),
            "write table.column=email, table.column=url or table.column=none");
      }
      told.put(column, known);
    }
    return new Formats(guess, told);
  }

  /** The format of a column, if it has one. */
  public Optional<Format> of(Relation relation, Column column) {
    if (!(column.type() instanceof TextType) || !guess && told.isEmpty()) {
      return Optional.empty();
    }
    for (String name : new String[] {relation.name().name(), relation.name().toString()}) {
      Optional<Format> format = told.get(name + '.' + column.name());
      if (format != null) {
        return format;
      }
    }
    return guess ? promised(column.name()) : Optional.empty();
  }

  private static Optional<Format> promised(String name) {
    String words =
        name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(Format.values()).filter(each -> each.promisedBy(words)).findFirst();
  }
}
