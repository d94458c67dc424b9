package org.sqlxos.rest.internal.openapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.rest.internal.catalog.Catalogs;
import org.sqlxos.type.api.UniversalType;
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

/** Databases with any names and types, keys of any size, and relationships between neighbours. */
final class GeneratedCatalogs {

  private GeneratedCatalogs() {}

  static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            ".",
            "..",
            "a.b",
            "page",
            "limit",
            "Problem",
            "{id}",
            "a/b",
            "a b",
            "é",
            "😀",
            "$ref",
            "\"",
            "a,b",
            "x-y",
            "openapi.json",
            "data",
            "main.t",
            "~0",
            "%41",
            "id",
            "ID"),
        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8),
        Arbitraries.strings().withCharRange('\u0001', '\u2FFF').ofMaxLength(6));
  }

  static Arbitrary<CatalogSnapshot> catalogs() {
    return tables().list().ofMinSize(1).ofMaxSize(5).map(GeneratedCatalogs::catalog);
  }

  private static CatalogSnapshot catalog(List<Table> generated) {
    Map<String, Relation> tables = new LinkedHashMap<>();
    generated.forEach(table -> tables.putIfAbsent(table.name().name(), table));
    List<Relation> relations = List.copyOf(tables.values());
    List<Relationship> relationships = new ArrayList<>();
    for (int i = 1; i < relations.size(); i++) {
      Cardinality cardinality = i % 2 == 0 ? Cardinality.ONE : Cardinality.MANY;
      relationships.add(between(relations.get(i), relations.get(i - 1), cardinality));
    }
    Database database =
        new Database("any", "Memory", "1", "main", List.of(new Schema("main", relations)));
    return new CatalogSnapshot(database, "f", Instant.EPOCH, relationships);
  }

  private static Relationship between(Relation from, Relation to, Cardinality cardinality) {
    return new Relationship(
        to.name().name() + "/related",
        from.name(),
        to.name(),
        List.of(from.columns().getFirst().name()),
        List.of(to.columns().getFirst().name()),
        cardinality);
  }

  private static Arbitrary<Table> tables() {
    Arbitrary<List<Column>> columns =
        Combinators.combine(names(), types(), Arbitraries.of(true, false), origins())
            .as(Catalogs::column)
            .list()
            .ofMinSize(1)
            .ofMaxSize(8)
            .uniqueElements(Column::name);
    return Combinators.combine(names(), columns, Arbitraries.integers().between(0, 3), checks())
        .as(
            (name, of, keys, checks) ->
                Catalogs.table(
                    name, of, of.stream().limit(keys).map(Column::name).toList(), checks));
  }

  private static Arbitrary<Origin> origins() {
    return Arbitraries.of(Origin.class);
  }

  private static Arbitrary<List<Check>> checks() {
    return Arbitraries.of(
            // They fit every type, and each other: a contradiction has no example.
            "id >= 3 AND id < 4",
            "\"page\" BETWEEN 2 AND 7",
            "length(data) <= 3",
            "limit IN ('x','y''z')",
            "ID IN (1, 2)",
            "((id > 1) OR (id < 0))",
            "a = b AND",
            "(((")
        .map(text -> new Check("c", text))
        .list()
        .ofMaxSize(3);
  }

  static Arbitrary<UniversalType> types() {
    return Arbitraries.lazyOf(
        GeneratedCatalogs::flat, GeneratedCatalogs::flat, () -> flat().map(ArrayType::new));
  }

  private static Arbitrary<UniversalType> flat() {
    Arbitrary<Integer> length = Arbitraries.of(1, 2, 10, 36, UniversalType.UNBOUNDED);
    Arbitrary<Integer> fraction = Arbitraries.integers().between(0, 9);
    List<Arbitrary<? extends UniversalType>> families =
        List.of(
            Arbitraries.of(UniversalType.ANY, UniversalType.NEVER),
            Arbitraries.of(Simple.class),
            Arbitraries.of(8, 16, 32, 64).map(IntegerType::new),
            Arbitraries.of(32, 64).map(FloatType::new),
            Combinators.combine(
                    Arbitraries.of(1, 2, 19, 60, UniversalType.UNBOUNDED),
                    Arbitraries.of(1, 2, 10, UniversalType.UNBOUNDED))
                .as(DecimalType::new),
            length.map(TextType::new),
            length.map(BytesType::new),
            fraction.map(TimeType::new),
            Combinators.combine(fraction, Arbitraries.of(true, false)).as(TimestampType::new),
            names().list().ofMinSize(1).ofMaxSize(3).map(EnumType::of));
    return Arbitraries.of(families).flatMap(family -> family.map(type -> (UniversalType) type));
  }
}
