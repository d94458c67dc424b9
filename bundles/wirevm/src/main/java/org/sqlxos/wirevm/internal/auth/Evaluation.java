package org.sqlxos.wirevm.internal.auth;

import java.util.List;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Works expressions out over the variables of one connection. */
public final class Evaluation {

  private Evaluation() {}

  public static Object of(Expression expression, Slots slots) {
    return switch (expression) {
      case Expression.Constant constant -> constant.value();
      case Expression.Variable variable -> slots.value(variable.place());
      case Expression.Call call -> {
        List<Expression> arguments = call.arguments();
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = of(arguments.get(i), slots);
        }
        yield call.primitive().apply(values);
      }
    };
  }

  public static boolean holds(Expression condition, Slots slots) {
    return Primitives.truth(of(condition, slots));
  }
}
