package org.sqlxos.wirevm.internal.session;

import java.util.function.Predicate;
import org.sqlxos.wirevm.internal.auth.Evaluation;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.TypeGrammar;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;

/** The type that a server has just described: by a code, or in full. */
final class DescribedType {

  private DescribedType() {}

  static ValueType at(int place, Slots slots, ValueTypes types) {
    Predicate<Expression> holds = condition -> Evaluation.holds(condition, slots);
    return slots.value(place) instanceof TypeGrammar.Tree tree
        ? types.of(tree, holds)
        : types.of(slots.number(place), holds);
  }
}
