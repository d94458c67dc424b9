package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Optional;

/**
 * How a question about the schema is answered without SQL: the rows of all sources, one after the
 * other.
 *
 * @param digest whether the answer is one value, made of all rows
 */
public record Question(List<Source> sources, boolean digest) {

  /**
   * Where rows come from. A cell is a text; {@code $name} is a variable of the connection, or the
   * value of that column of a command's rows; empty is no value.
   *
   * @param command what is sent; absent where there is one row of cells
   * @param each what is asked for each row of the command, whose first cell is its first parameter
   * @param where which rows of the command count
   * @param rows the cells
   */
  public record Source(
      Optional<String> command,
      Optional<Each> each,
      Optional<Where> where,
      List<List<Optional<String>>> rows) {
    public Source {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Rows whose column has one of some values.
   *
   * @param in empty text for no value
   */
  public record Where(String column, List<String> in) {
    public Where {
      in = List.copyOf(in);
    }
  }

  /**
   * Something that is asked for each of several.
   *
   * @param by the columns of the first command that are parameters, in this order
   * @param command with places for the parameters
   * @param infer whether its rows are samples, of which columns are made
   */
  public record Each(List<String> by, String command, Optional<Infer> infer) {
    public Each {
      by = List.copyOf(by);
    }
  }

  /**
   * How columns are made of samples.
   *
   * @param required the names that every row has, made where a caller gives none
   */
  public record Infer(List<String> required) {
    public Infer {
      required = List.copyOf(required);
    }
  }

  public Question {
    sources = List.copyOf(sources);
  }
}
