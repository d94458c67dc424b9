package org.sqlxos.ui.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AcceptTest {

  @Test
  void takesGzipWhereItIsOffered() {
    assertTrue(Accept.gzip("gzip, deflate, br"));
    assertTrue(Accept.gzip("br;q=1.0, GZIP;q=0.8"));
    assertTrue(Accept.gzip("*"));
  }

  @Test
  void leavesGzipWhereItIsRefused() {
    assertFalse(Accept.gzip(null));
    assertFalse(Accept.gzip(""));
    assertFalse(Accept.gzip("br"));
    assertFalse(Accept.gzip("gzip;q=0"));
    assertFalse(Accept.gzip("gzip; q=0.000, br"));
  }

  @Test
  void tellsABrowserFromAProgram() {
    assertTrue(Accept.html("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
    assertFalse(Accept.html("*/*"));
    assertFalse(Accept.html("application/json"));
    assertFalse(Accept.html(null));
  }

  @Test
  void findsATagInAList() {
    assertTrue(Accept.lists("\"a\", W/\"b\"", "\"b\""));
    assertTrue(Accept.lists("*", "\"b\""));
    assertFalse(Accept.lists("\"a\"", "\"b\""));
    assertFalse(Accept.lists(null, "\"b\""));
  }
}
