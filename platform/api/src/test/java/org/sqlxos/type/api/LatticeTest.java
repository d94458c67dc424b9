package org.sqlxos.type.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LatticeTest {

  @Property(tries = 5000)
  void joinAndMeetAreIdempotent(@ForAll UniversalType a) {
    assertEquals(a, a.join(a));
    assertEquals(a, a.meet(a));
  }

  @Property(tries = 20_000)
  void joinAndMeetAreCommutative(@ForAll UniversalType a, @ForAll UniversalType b) {
    assertEquals(a.join(b), b.join(a));
    assertEquals(a.meet(b), b.meet(a));
  }

  @Property(tries = 50_000)
  void joinAndMeetAreAssociative(
      @ForAll UniversalType a, @ForAll UniversalType b, @ForAll UniversalType c) {
    assertEquals(a.join(b).join(c), a.join(b.join(c)));
    assertEquals(a.meet(b).meet(c), a.meet(b.meet(c)));
  }

  @Property(tries = 20_000)
  void joinAndMeetAbsorbEachOther(@ForAll UniversalType a, @ForAll UniversalType b) {
    assertEquals(a, a.join(a.meet(b)));
    assertEquals(a, a.meet(a.join(b)));
  }

  @Property(tries = 20_000)
  void assignabilityIsTheOrderOfTheLattice(@ForAll UniversalType a, @ForAll UniversalType b) {
    assertEquals(a.assignableTo(b), a.meet(b).equals(a));
    assertTrue(a.assignableTo(a.join(b)));
    assertTrue(a.meet(b).assignableTo(b));
    assertTrue(UniversalType.NEVER.assignableTo(a));
    assertTrue(a.assignableTo(UniversalType.ANY));
  }

  @Property(tries = 5000)
  void aTypeIsReadBackFromItsNotation(@ForAll UniversalType a) {
    assertEquals(a, UniversalType.parse(a.notation()));
  }

  @Test
  void aUnionOfColumnsHoldsTheValuesOfBoth() {
    assertJoin("integer(32)", "integer(64)", "integer(64)");
    assertJoin("integer(32)", "decimal(10,2)", "decimal(12,2)");
    assertJoin("decimal(10,2)", "float(32)", "float(64)");
    assertJoin("text(40)", "enum('open','closed')", "text(40)");
    assertJoin("enum('open')", "enum('closed')", "enum('open','closed')");
    assertJoin("uuid", "text(10)", "text(36)");
    assertJoin("date", "timestamp(3)", "timestamp(3)");
    assertJoin("timestamp(3)", "timestamptz(3)", "any");
    assertJoin("array(integer(8))", "array(integer(16))", "array(integer(16))");
    assertJoin("boolean", "integer(8)", "any");
  }

  @Test
  void aValueIsNotStoredWhereItCouldLoseDigits() {
    assertFalse(type("integer(64)").assignableTo(type("integer(32)")));
    assertFalse(type("decimal(10,2)").assignableTo(type("integer(64)")));
    assertFalse(type("text").assignableTo(type("text(100)")));
    assertFalse(type("timestamp(6)").assignableTo(type("date")));
    assertTrue(type("integer(64)").assignableTo(type("decimal(19)")));
    assertFalse(type("integer(64)").assignableTo(type("decimal(18)")));
  }

  private static void assertJoin(String a, String b, String expected) {
    assertEquals(type(expected), type(a).join(type(b)), a + " join " + b);
  }

  private static UniversalType type(String notation) {
    return UniversalType.parse(notation);
  }
}
