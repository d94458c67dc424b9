package org.sqlxos.type.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.format.DateTimeParseException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @Property
  void anIntervalIsReadBackFromItsText(@ForAll int months, @ForAll int days, @ForAll long nanos) {
    Interval interval = new Interval(months, days, nanos);
    assertEquals(interval, Interval.parse(interval.toString()));
  }

  @Test
  void partsOfTheCalendarAndOfTheClockAreKeptApart() {
    assertEquals(new Interval(14, 3, 14_706_700_000_000L), Interval.parse("P1Y2M3DT4H5M6.7S"));
    assertEquals("P2Y", new Interval(24, 0, 0).toString());
    assertEquals("PT0S", new Interval(0, 0, 0).toString());
  }

  @Test
  void aLeadingMinusNegatesEveryPart() {
    assertEquals(new Interval(-1, -2, -3_000_000_000L), Interval.parse("-P1M2DT3S"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "1Y", "P1X", "P99999999999D", "PT1H1H", "T5S"})
  void refusesWhatIsNoInterval(String text) {
    assertThrows(DateTimeParseException.class, () -> Interval.parse(text));
  }
}
