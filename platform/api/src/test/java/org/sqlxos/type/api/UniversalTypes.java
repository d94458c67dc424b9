package org.sqlxos.type.api;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/**
 * Generates every kind of type, with parameters close enough together that neighbours in the
 * lattice are often hit.
 */
public final class UniversalTypes implements ArbitraryProvider {

  @Override
  public boolean canProvideFor(TypeUsage target) {
    return target.isOfType(UniversalType.class);
  }

  @Override
  public java.util.Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
    return java.util.Set.of(types());
  }

  static Arbitrary<UniversalType> types() {
    return Arbitraries.lazyOf(
        UniversalTypes::flat, UniversalTypes::flat, () -> types().map(ArrayType::new));
  }

  private static Arbitrary<UniversalType> flat() {
    Arbitrary<Integer> length = Arbitraries.of(1, 2, 10, 35, 36, 37, UniversalType.UNBOUNDED);
    Arbitrary<Integer> digits = Arbitraries.of(0, 1, 3, 4, 5, 10, 19, 20, UniversalType.UNBOUNDED);
    Arbitrary<Integer> fraction = Arbitraries.integers().between(0, 9);
    List<Arbitrary<? extends UniversalType>> families =
        List.of(
            Arbitraries.of(UniversalType.ANY, UniversalType.NEVER),
            Arbitraries.of(Simple.class),
            Arbitraries.of(8, 16, 32, 64).map(IntegerType::new),
            Arbitraries.of(32, 64).map(FloatType::new),
            Combinators.combine(digits, digits)
                .as(
                    (before, after) ->
                        new DecimalType(before == 0 && after == 0 ? 1 : before, after)),
            length.map(TextType::new),
            length.map(BytesType::new),
            fraction.map(TimeType::new),
            Combinators.combine(fraction, Arbitraries.of(true, false)).as(TimestampType::new),
            Arbitraries.of("", "a", "b", "it's", "twelve chars", "x".repeat(40))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(EnumType::of));
    return Arbitraries.of(families).flatMap(family -> family.map(type -> (UniversalType) type));
  }
}
