package org.sqlxos.wirevm.internal.protocol;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sqlxos.wirevm.internal.value.Family;
import org.sqlxos.wirevm.internal.value.TextFormat;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/** The types of a server: by its code for what it sends, by a value's family for what it gets. */
public final class ValueTypes {

  /** Of a server whose values say themselves what they are. */
  public static final ValueTypes NONE =
      new ValueTypes(
          List.of(),
          Map.of(),
          new ValueType("", 0, Optional.empty(), null, new TextFormat()),
          Map.of());

  private final Map<Long, List<ValueType>> byCode = new HashMap<>();
  private final Map<String, ValueType> byName;
  private final Map<Family, ValueType> byFamily;
  private final ValueType unknown;
  private final int count;

  /**
   * @param types tried in this order
   * @param named those that the server calls by a name of their own, by that
   * @param unknown for every code that is not among them
   * @param byFamily the type in which a parameter is sent, where the server does not say which it
   *     expects; empty where it does
   */
  public ValueTypes(
      List<ValueType> types,
      Map<String, ValueType> named,
      ValueType unknown,
      Map<Family, ValueType> byFamily) {
    for (ValueType type : types) {
      byCode.computeIfAbsent(type.code(), _ -> new ArrayList<>()).add(type);
    }
    this.byName = Map.copyOf(named);
    this.unknown = unknown;
    this.count = types.size() + named.size();
    this.byFamily = byFamily.isEmpty() ? Map.of() : new EnumMap<>(byFamily);
  }

  /** The type with this code for which the condition holds. */
  public ValueType of(long code, Predicate<Expression> holds) {
    for (ValueType type : byCode.getOrDefault(code, List.of())) {
      if (type.when().isEmpty() || holds.test(type.when().get())) {
        return type;
      }
    }
    return unknown;
  }

  /** A type that was described in full, made of the types that it has in it. */
  public ValueType of(TypeGrammar.Tree tree, Predicate<Expression> holds) {
    ValueType plain = of(tree.code(), holds);
    if (tree.parts().isEmpty()) {
      return tree.names().isEmpty() ? plain : byName.getOrDefault(tree.names().getFirst(), plain);
    }
    List<ValueFormat> parts =
        tree.parts().stream().map(part -> of(part, holds).preferred()).toList();
    ValueFormat made = plain.preferred().madeOf(parts, tree.names());
    return new ValueType(plain.name(), plain.code(), plain.when(), made, null);
  }

  /** How many there are. */
  public int count() {
    return count;
  }

  /** Whether parameters are sent in a type that their value decides. */
  public boolean decidedByValue() {
    return !byFamily.isEmpty();
  }

  public Optional<ValueType> of(Family family) {
    return Optional.ofNullable(byFamily.get(family));
  }
}
