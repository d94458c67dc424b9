package org.sqlxos.admin.internal.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class AdminTokenTest {

  private final AdminToken token = new AdminToken("abcdefghijklmnopqrstuvwxyz0123456789");

  @Test
  void opensWithTheToken() {
    assertTrue(token.opens("Bearer abcdefghijklmnopqrstuvwxyz0123456789"));
    assertTrue(token.opens("bearer  abcdefghijklmnopqrstuvwxyz0123456789"));
  }

  @Test
  void staysClosedWithAnythingElse() {
    assertFalse(token.opens(null));
    assertFalse(token.opens(""));
    assertFalse(token.opens("Bearer "));
    assertFalse(token.opens("Bearer abcdefghijklmnopqrstuvwxyz012345678"));
    assertFalse(token.opens("Bearer abcdefghijklmnopqrstuvwxyz0123456789x"));
    assertFalse(token.opens("Basic abcdefghijklmnopqrstuvwxyz0123456789"));
    assertFalse(token.opens("abcdefghijklmnopqrstuvwxyz0123456789"));
  }

  @Test
  void knowsTheAddressesOfThisMachine() {
    assertTrue(AccessFilter.isLoopback("127.0.0.1"));
    assertTrue(AccessFilter.isLoopback("127.8.9.10"));
    assertTrue(AccessFilter.isLoopback("0:0:0:0:0:0:0:1"));
    assertTrue(AccessFilter.isLoopback("::1"));
    assertTrue(AccessFilter.isLoopback("::ffff:127.0.0.1"));
    assertFalse(AccessFilter.isLoopback("10.0.0.1"));
    assertFalse(AccessFilter.isLoopback("2001:db8::1"));
    assertFalse(AccessFilter.isLoopback("localhost"));
    assertFalse(AccessFilter.isLoopback(null));
  }
}
