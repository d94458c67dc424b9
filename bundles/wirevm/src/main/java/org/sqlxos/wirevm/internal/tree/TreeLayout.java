package org.sqlxos.wirevm.internal.tree;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.ByteView;
import org.sqlxos.wirevm.internal.frame.FrameEnd;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * How the values of a protocol lie in bytes that describe themselves: a table by their tag.
 *
 * <p>Hot code: nothing is allocated to find a value, and no byte beyond {@code end} is looked at.
 * Depth is bounded by {@link #deepest}; what a count announces takes no memory.
 */
public final class TreeLayout implements FrameEnd {

  private static final int LINE_END = 2;

  private final @Nullable TreeTag[] byByte = new TreeTag[256];
  private final Map<String, TreeTag> byName = new LinkedHashMap<>();
  private final Map<String, TreeTag> byWrapper = new LinkedHashMap<>();
  private final Map<Family, TreeTag> byFamily = new EnumMap<>(Family.class);
  private final String root;
  private final int deepest;
  private final Containers containers;

  /**
   * The tags that are written for what holds others, and for no value.
   *
   * @param items the tag's name for a list
   * @param named the tag's name for values with names; empty if there is none
   * @param none the tag's name for no value; empty if there is none
   */
  public record Containers(String items, String named, String none) {}

  /**
   * @param tags of several with one byte the first is read; all can be written
   * @param byFamily the names of tags in which values are written
   * @param root the name of the outermost value's tag where that is not written; else empty
   * @param deepest how many values may lie in one another
   */
  public TreeLayout(
      List<TreeTag> tags,
      Map<Family, String> byFamily,
      Containers containers,
      String root,
      int deepest) {
    for (TreeTag tag : tags) {
      if (byByte[tag.tag()] == null) {
        byByte[tag.tag()] = tag;
      }
      byName.put(tag.name(), tag);
      if (!tag.wrapper().isEmpty()) {
        byWrapper.put(tag.wrapper(), tag);
      }
    }
    byFamily.forEach((family, name) -> this.byFamily.put(family, named(name)));
    this.containers = containers;
    this.root = root;
    this.deepest = deepest;
  }

  /** The tag with a name. */
  public TreeTag named(String name) {
    TreeTag tag = byName.get(name);
    if (tag == null) {
      throw new IllegalStateException("the parser lets no unknown tag through: " + name);
    }
    return tag;
  }

  Optional<TreeTag> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Optional<TreeTag> wrapped(String wrapper) {
    return Optional.ofNullable(byWrapper.get(wrapper));
  }

  Optional<TreeTag> of(Family family) {
    return Optional.ofNullable(byFamily.get(family));
  }

  Containers containers() {
    return containers;
  }

  /** How many values may lie in one another. */
  public int deepest() {
    return deepest;
  }

  /** Whether the outermost value is written without its tag. */
  boolean bareRoot() {
    return !root.isEmpty();
  }

  TreeTag root() {
    return named(root);
  }

  /** Finds the outermost value. */
  public void enter(byte[] bytes, int at, int end, TreePlace into) {
    if (bareRoot()) {
      enter(root(), bytes, at, end, into);
    } else {
      item(bytes, at, end, into);
    }
  }

  /** Finds a value that begins with its tag. What is said aside before it is passed over. */
  void item(byte[] bytes, int at, int end, TreePlace into) {
    int from = at;
    while (true) {
      if (from >= end) {
        throw tooShort();
      }
      TreeTag tag = tag(bytes[from] & 0xff);
      enter(tag, bytes, from + 1, end, into);
      if (tag.holds() != TreeTag.Holds.ASIDE) {
        return;
      }
      from = afterItems(bytes, into.at, end, 2L * into.length, 1);
    }
  }

  TreeTag tag(int value) {
    TreeTag tag = byByte[value];
    if (tag == null) {
      throw WireProblem.MALFORMED.problem("A value has the unknown tag " + value);
    }
    return tag;
  }

  static ProblemException tooShort() {
    return WireProblem.MALFORMED.problem("A value ends before its last byte");
  }

  /** Finds the content of a value whose tag is known. */
  void enter(TreeTag tag, byte[] bytes, int at, int end, TreePlace into) {
    into.tag = tag;
    switch (tag.holds()) {
      case NOTHING -> {
        extent(tag.extent(), bytes, at, end, into);
        into.length = -1;
      }
      case VALUE -> extent(tag.extent(), bytes, at, end, into);
      case ITEMS, PAIRS, ASIDE -> {
        into.at = lineEnd(bytes, at, end) + LINE_END;
        into.length = count(bytes, at, into.at - LINE_END);
        into.after = into.length <= 0 ? into.at : -1;
      }
      case NAMED -> {
        extent(tag.extent(), bytes, at, end, into);
        if (bytes[into.after - 1] != 0) {
          throw WireProblem.MALFORMED.problem("Named values do not end with a zero byte");
        }
      }
      case PARTS -> {
        extent(tag.extent(), bytes, at, end, into);
        if (tag.extent() instanceof Extent.Rest) {
          into.after = TreeParts.end(tag, bytes, at, end);
          into.length = into.after - at;
        }
      }
    }
  }

  static void extent(Extent extent, byte[] bytes, int at, int end, TreePlace into) {
    switch (extent) {
      case Extent.Exactly exactly -> place(into, at, exactly.bytes(), 0, end);
      case Extent.Rest _ -> place(into, at, end - at, 0, end);
      case Extent.Line _ -> place(into, at, lineEnd(bytes, at, end) - at, LINE_END, end);
      case Extent.Terminated _ -> place(into, at, terminator(bytes, at, end) - at, 1, end);
      case Extent.CountedLine counted -> {
        int line = lineEnd(bytes, at, end);
        int length = count(bytes, at, line);
        if (length < 0) {
          into.at = line + LINE_END;
          into.length = -1;
          into.after = into.at;
        } else {
          place(into, line + LINE_END, length, counted.ending(), end);
        }
      }
      case Extent.Counted counted -> {
        NumberForm.Fixed form = counted.form();
        if (end - at < form.bytes()) {
          throw tooShort();
        }
        long length = number(bytes, at, form) - counted.counts();
        if (length < 0 || length > end - at) {
          throw tooShort();
        }
        place(into, at + form.bytes(), (int) length, counted.ending(), end);
      }
    }
  }

  private static void place(TreePlace into, int at, int length, int ending, int end) {
    if (length < 0 || (long) at + length + ending > end) {
      throw tooShort();
    }
    into.at = at;
    into.length = length;
    into.after = at + length + ending;
  }

  private static long number(byte[] bytes, int at, NumberForm.Fixed form) {
    return switch (form.bytes()) {
      case 1 -> bytes[at] & 0xff;
      case 2 ->
          (form.little() ? ByteView.shortLittle(bytes, at) : ByteView.shortBig(bytes, at)) & 0xffff;
      case 4 -> form.little() ? ByteView.intLittle(bytes, at) : ByteView.intBig(bytes, at);
      default -> form.little() ? ByteView.longLittle(bytes, at) : ByteView.longBig(bytes, at);
    };
  }

  static int terminator(byte[] bytes, int at, int end) {
    for (int i = at; i < end; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    throw tooShort();
  }

  private static int lineEnd(byte[] bytes, int at, int end) {
    for (int i = at; i < end - 1; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    throw tooShort();
  }

  /** A count in decimal digits; -1 for no value. */
  private static int count(byte[] bytes, int at, int end) {
    if (end - at == 2 && bytes[at] == '-' && bytes[at + 1] == '1') {
      return -1;
    }
    long count = 0;
    for (int i = at; i < end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9 || count > Integer.MAX_VALUE / 10) {
        throw impossible();
      }
      count = 10 * count + digit;
    }
    if (at == end || count > Integer.MAX_VALUE) {
      throw impossible();
    }
    return (int) count;
  }

  private static ProblemException impossible() {
    return WireProblem.MALFORMED.problem("A count is no number that is possible");
  }

  /** Where the value that begins here ends. */
  int after(byte[] bytes, int at, int end, int depth) {
    TreePlace place = new TreePlace();
    item(bytes, at, end, place);
    return after(place, bytes, end, depth);
  }

  /** Where a value that was found ends. */
  int after(TreePlace place, byte[] bytes, int end, int depth) {
    if (place.after >= 0) {
      return place.after;
    }
    long values = place.known().holds() == TreeTag.Holds.PAIRS ? 2L * place.length : place.length;
    return afterItems(bytes, place.at, end, values, depth);
  }

  private int afterItems(byte[] bytes, int at, int end, long values, int depth) {
    if (depth >= deepest) {
      throw tooDeep();
    }
    int next = at;
    TreePlace place = new TreePlace();
    for (long i = 0; i < values; i++) {
      item(bytes, next, end, place);
      next = after(place, bytes, end, depth + 1);
    }
    return next;
  }

  ProblemException tooDeep() {
    return WireProblem.MALFORMED.problem(
        "Values lie in one another more than %d deep".formatted(deepest));
  }

  @Override
  public int missing(byte[] bytes, int from, int limit, int most, Progress progress) {
    return TreeEnd.missing(this, bytes, from, limit, most, progress);
  }

  /** How many values a count announces, which each take a byte at least. */
  static int countIn(byte[] bytes, int at, int end) {
    return count(bytes, at, end);
  }
}
