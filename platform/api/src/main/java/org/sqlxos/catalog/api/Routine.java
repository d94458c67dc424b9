package org.sqlxos.catalog.api;

import java.util.List;
import java.util.Optional;
import org.sqlxos.type.api.UniversalType;

/**
 * A function or procedure that can be called with arguments by their names. Several may have one
 * name; their arguments tell them apart.
 *
 * @param name as the database keeps it, unquoted
 * @param kind how it is called
 * @param arguments in the order in which they are declared
 * @param answer what a call brings
 * @param writes whether it may change data, as far as its declaration says
 * @param comment the comment kept with it
 */
public record Routine(
    RelationName name,
    Kind kind,
    List<Argument> arguments,
    Answer answer,
    boolean writes,
    Optional<String> comment) {

  public Routine {
    arguments = List.copyOf(arguments);
  }

  /** How a routine is called. */
  public enum Kind {
    /** Within a query. */
    FUNCTION,
    /** By a statement of its own. */
    PROCEDURE
  }

  /**
   * An argument.
   *
   * @param direction which way its value goes
   * @param type the universal type
   * @param nativeType the type as the database writes it
   * @param optional whether it has a default
   */
  public record Argument(
      String name, Direction direction, UniversalType type, String nativeType, boolean optional) {

    /** Whether a caller gives it a value. */
    public boolean given() {
      return direction != Direction.OUT;
    }
  }

  /** Which way the value of an argument goes. */
  public enum Direction {
    IN,
    OUT,
    INOUT
  }

  /**
   * What a call brings.
   *
   * @param columns of its rows; the one of a value has the routine's name; none for nothing
   */
  public record Answer(Shape shape, List<Column> columns) {

    /** Nothing but that it is done. */
    public static final Answer NOTHING = new Answer(Shape.NOTHING, List.of());

    public Answer {
      columns = List.copyOf(columns);
    }
  }

  /** How much a call brings. */
  public enum Shape {
    NOTHING,
    /** One value. */
    VALUE,
    /** One row. */
    ROW,
    /** Rows, any number of them. */
    ROWS
  }

  /** The arguments that a caller gives values. */
  public List<Argument> given() {
    return arguments.stream().filter(Argument::given).toList();
  }

  /** The argument of this name that a caller gives a value. */
  public Optional<Argument> given(String argument) {
    return given().stream().filter(each -> each.name().equals(argument)).findFirst();
  }

  /**
   * A catalog with nothing but the rows of this routine, as a relation of its name: for what is
   * said of them.
   *
   * @param origin the one that the routine is of
   */
  public CatalogSnapshot rows(CatalogSnapshot origin) {
    Database database = origin.database();
    Relation rows = new View(name, answer.columns(), Optional.empty(), comment);
    return new CatalogSnapshot(
        new Database(
            database.name(),
            database.product(),
            database.version(),
            database.defaultSchema(),
            List.of(new Schema(name.schema(), List.of(rows)))),
        origin.fingerprint(),
        origin.takenAt(),
        List.of());
  }
}
