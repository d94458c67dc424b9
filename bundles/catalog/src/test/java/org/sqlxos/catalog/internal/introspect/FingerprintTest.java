package org.sqlxos.catalog.internal.introspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.EnumType;

class FingerprintTest {

  @Property
  void isEqualExactlyWhereDatabasesAre(
      @ForAll("databases") Database one, @ForAll("databases") Database other) {
    assertEquals(Fingerprint.of(one), Fingerprint.of(one));
    assertEquals(one.equals(other), Fingerprint.of(one).equals(Fingerprint.of(other)));
  }

  @Property
  void doesNotMistakeOneSplitOfTextsForAnother(
      @ForAll("names") String a, @ForAll("names") String b) {
    Check one = new Check(a, b);
    Check other = new Check(a + b, "");
    assertEquals(
        one.equals(other),
        Fingerprint.of(database(List.of(one), UniversalType.ANY, Set.of()))
            .equals(Fingerprint.of(database(List.of(other), UniversalType.ANY, Set.of()))));
  }

  @Property(tries = 1)
  void doesNotDependOnTheOrderOfSets() {
    assertEquals(
        Fingerprint.of(database(List.of(), EnumType.of(List.of("a", "b")), Set.of("x", "y"))),
        Fingerprint.of(database(List.of(), EnumType.of(List.of("b", "a")), Set.of("y", "x"))));
    assertNotEquals(
        Fingerprint.of(database(List.of(), EnumType.of(List.of("a", "b")), Set.of())),
        Fingerprint.of(database(List.of(), EnumType.of(List.of("a,b")), Set.of())));
  }

  private static Database database(List<Check> checks, UniversalType type, Set<String> options) {
    Column column =
        new Column("c", type, "", true, Origin.STORED, Optional.empty(), Optional.empty());
    Table table =
        new Table(
            new RelationName("main", "t"),
            List.of(column),
            Optional.empty(),
            List.of(),
            List.of(),
            checks,
            List.of(),
            options,
            Optional.empty());
    List<Relation> relations = new ArrayList<>(List.of(table));
    return new Database("db", "p", "1", "main", List.of(new Schema("main", relations)));
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings().withChars("as1:'").ofMaxLength(3);
  }

  @Provide
  Arbitrary<Database> databases() {
    Arbitrary<Check> checks = Combinators.combine(names(), names()).as(Check::new);
    Arbitrary<UniversalType> types =
        Arbitraries.of("any", "text", "text(1)", "enum('a','b')", "enum('b','a')", "array(date)")
            .map(UniversalType::parse);
    return Combinators.combine(checks.list().ofMaxSize(2), types, names().set().ofMaxSize(2))
        .as(FingerprintTest::database);
  }
}
