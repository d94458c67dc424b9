package org.sqlxos.wirevm.internal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/** A part of a message, in the order of its bytes. Places are those of {@link Slots}. */
public sealed interface Field {

  /** No place: the field is not kept. */
  int NOWHERE = -1;

  /** A number that is always the same; read, it tells messages apart. */
  record Constant(NumberForm.Fixed form, long value) implements Field {}

  /** A number, kept in or taken from a variable. */
  record Number(NumberForm form, int place) implements Field {}

  /** Text in UTF-8, kept in or taken from a variable. */
  record Text(Length length, int place) implements Field {}

  /** Text of which only the last word is wanted, as a number; 0 if it is none. Read only. */
  record LastNumber(Length length, int place) implements Field {}

  /** Bytes, kept in or taken from a variable. */
  record Bytes(Length length, int place) implements Field {}

  /** Text that is always the same, written only. */
  record Literal(String text, boolean terminated) implements Field {}

  /** Bytes without meaning: zeros when written, passed over when read. */
  record Padding(int bytes) implements Field {}

  /** Fields that are there if a variable, masked, is not zero; or not {@code other}. */
  record When(int place, long mask, long other, boolean present, List<Field> fields)
      implements Field {
    public When {
      fields = List.copyOf(fields);
    }

    public When(int place, long mask, boolean present, List<Field> fields) {
      this(place, mask, 0, present, fields);
    }

    /** Whether they are there where the variable has this value. */
    public boolean there(long value) {
      return (value & mask) != other == present;
    }
  }

  /**
   * Fields so many times as a variable says; each time they were read, an event is told. Read only.
   */
  record Repeat(int countPlace, List<Field> fields, Event event) implements Field {
    public Repeat {
      fields = List.copyOf(fields);
    }
  }

  /**
   * Pairs of a key byte and a text, to a zero byte in place of a key; texts with a known key are
   * kept. Read only.
   */
  record Keyed(Length length, Map<Integer, Integer> placeByKey) implements Field {
    public Keyed {
      placeByKey = Map.copyOf(placeByKey);
    }
  }

  /** Texts, each ended by a zero byte, to an empty one or the end; kept with line feeds between. */
  record Texts(int place) implements Field {}

  /**
   * Rows that lie in the message itself, behind its other fields. Read only, the last field.
   *
   * @param countPlace how many rows
   * @param columnsPlace how many values each has
   * @param fields those of one row
   */
  record Rows(int countPlace, int columnsPlace, List<Field> fields) implements Field {
    public Rows {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A line of types in words, as many as there are names in a line that was read before; each pair
   * is a column. Read only.
   *
   * @param namesPlace the line of names
   * @param separator the byte between them, and between types
   * @param columnPlaces of a column's name and of its type
   */
  record Columns(int namesPlace, int separator, ColumnPlaces columnPlaces) implements Field {}

  /** Where a column's name and its type are kept. */
  record ColumnPlaces(int name, int type) {}

  /** The description of a type, which may have further types in it. Read only. */
  record Type(NumberForm.Fixed form, TypeGrammar grammar, int place) implements Field {}

  /** How many parameters or columns there are. */
  record Count(NumberForm.Fixed form, Subject subject) implements Field {}

  /** Something of each parameter or column. Written only, but for values. */
  record Each(Subject subject, List<Part> parts) implements Field {
    public Each {
      parts = List.copyOf(parts);
    }
  }

  /** One bit for each parameter or column, set where it has no value. */
  record NullBits(Subject subject, int offset) implements Field {}

  /**
   * A tree to its end.
   *
   * @param place where its bytes are kept
   * @param picks what of it is kept apart
   * @param template what is written; absent where it is only read
   */
  record Tree(TreeLayout layout, int place, List<Pick> picks, Optional<TreeTemplate> template)
      implements Field {
    public Tree {
      picks = List.copyOf(picks);
    }
  }

  /** What there are several of in a statement. */
  enum Subject {
    PARAMETER,
    COLUMN
  }

  /** What is said of one parameter or column. */
  sealed interface Part {

    /** 1 for the binary format, 0 for text. */
    record FormatCode(NumberForm.Fixed form) implements Part {}

    /** The code of the type. */
    record TypeCode(NumberForm.Fixed form) implements Part {}

    /** The value, with its length before it, which is {@code none} where there is no value. */
    record Value(NumberForm length, long none) implements Part {}

    /**
     * The value with what its format says of its length; nothing where there is no value.
     *
     * @param length how long a value is whose format does not say
     */
    record BareValue(NumberForm.Prefixed length) implements Part {}

    /**
     * The value up to a separator, or to the end of the frame.
     *
     * @param separator a byte that stands in no value
     * @param none what stands where there is no value, in ASCII
     */
    record Cell(int separator, String none) implements Part {}
  }
}
