package org.sqlxos.wirevm.internal.tree;

import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * How the values of one tag lie in bytes, behind the tag.
 *
 * @param tag the byte
 * @param holds what is in it
 * @param extent how long it is, or for items and pairs how many there are
 * @param format how the content is written, of a single value
 * @param wrapper the key of the JSON object that tells such a value from others, such as {@code
 *     $date}; empty if plain JSON does
 * @param parts of a value that has several
 * @param numbered whether the names of what is in it are numbers, counted from 0
 */
public record TreeTag(
    String name,
    int tag,
    Holds holds,
    Extent extent,
    Optional<ValueFormat> format,
    String wrapper,
    List<TreePart> parts,
    boolean numbered) {

  /** What can be in a value. */
  public enum Holds {
    /** Nothing: there is no value. */
    NOTHING,
    /** One value. */
    VALUE,
    /** Several values, each with its tag. */
    ITEMS,
    /** Keys and values in turn, each with its tag. */
    PAIRS,
    /** As pairs, but something is said aside: the value that counts comes behind it. */
    ASIDE,
    /** Values, each with its tag, then its name, up to a zero byte. */
    NAMED,
    /** Values of fixed forms. */
    PARTS
  }

  public TreeTag {
    parts = List.copyOf(parts);
  }

  /** Whether other values are in it. */
  public boolean container() {
    return holds == Holds.ITEMS || holds == Holds.PAIRS || holds == Holds.NAMED;
  }

  /** The format of a single value. */
  ValueFormat required() {
    return format.orElseThrow(() -> new IllegalStateException("no single value: " + name));
  }
}
